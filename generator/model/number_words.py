"""How numbers are spelt: words of many languages, their scales, and vague words ("dozens") that name none.

Tables and spellings only; `numerals` looks for them in a text.
"""

from __future__ import annotations

import re
import unicodedata
from functools import cache


def word_set(words: str) -> frozenset[str]:
    """The words of a text, for tables that people read and extend."""
    return frozenset(words.split())


UNITS = (
    "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve",
    "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen", "nineteen",
)  # fmt: skip
TENS = ("", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

_COUNTED_ALOUD = {  # 0, 1, 2 …; other spellings after a slash
    "hi": """शून्य एक दो तीन चार पांच छह/छः/छे/छै सात आठ नौ दस ग्यारह बारह तेरह चौदह पंद्रह/पन्द्रह सोलह
सत्रह अठारह उन्नीस बीस इक्कीस बाईस तेईस चौबीस पच्चीस छब्बीस सत्ताईस अट्ठाईस/अठाईस उनतीस/उन्तीस तीस इकतीस
बत्तीस तैंतीस चौंतीस पैंतीस छत्तीस सैंतीस अड़तीस उनतालीस/उन्तालीस चालीस इकतालीस बयालीस तैंतालीस
चौवालीस/चवालीस पैंतालीस छियालीस सैंतालीस अड़तालीस उनचास पचास इक्यावन बावन तिरेपन/तिरपन चौवन पचपन छप्पन
सत्तावन अट्ठावन/अठावन उनसठ साठ इकसठ बासठ तिरसठ चौंसठ पैंसठ छियासठ सड़सठ अड़सठ उनहत्तर सत्तर इकहत्तर
बहत्तर तिहत्तर चौहत्तर पचहत्तर छिहत्तर सतहत्तर अठहत्तर उनासी/उन्यासी अस्सी इक्यासी बयासी तिरासी चौरासी
पचासी छियासी सत्तासी/सतासी अट्ठासी/अठासी नवासी नब्बे इक्यानवे बानवे तिरानवे चौरानवे पंचानवे/पचानवे
छियानवे सत्तानवे/सतानवे अट्ठानवे/अठानवे निन्यानवे सौ""",
    "ur": """صفر ایک دو تین چار پانچ چھ/چھے سات آٹھ نو دس گیارہ بارہ تیرہ چودہ پندرہ سولہ سترہ اٹھارہ
انیس بیس اکیس بائیس تئیس چوبیس پچیس چھبیس ستائیس اٹھائیس انتیس تیس اکتیس بتیس تینتیس چونتیس پینتیس چھتیس
سینتیس اڑتیس انتالیس چالیس اکتالیس بیالیس تینتالیس چوالیس پینتالیس چھیالیس سینتالیس اڑتالیس انچاس پچاس
اکیاون باون ترپن/تریپن چون پچپن چھپن ستاون اٹھاون انسٹھ ساٹھ اکسٹھ باسٹھ تریسٹھ چونسٹھ پینسٹھ چھیاسٹھ سڑسٹھ
اڑسٹھ انہتر ستر اکہتر بہتر تہتر چوہتر پچہتر چھہتر ستتر اٹھہتر اناسی اسی اکیاسی بیاسی تراسی چوراسی پچاسی
چھیاسی ستاسی اٹھاسی نواسی نوے اکیانوے بانوے ترانوے چورانوے پچانوے چھیانوے ستانوے اٹھانوے ننانوے سو""",
    "ps": """صفر یو/یوه دوه درې/دری څلور پنځه شپږ اووه/اوه اته نهه/نه لس یوولس دولس دیارلس څوارلس پنځلس
شپاړس اوولس/اولس اتلس نولس شل""",
}
_VARIANTS: dict[str, tuple[tuple[str, str], ...]] = {  # what num2words leaves out
    "es": (("uno$", "un"), ("uno$", "una"), ("cientos", "cientas")),
    "fr": (("un$", "une"),),
    "it": (("uno$", "un"), ("uno$", "una")),
    "pt": (("um$", "uma"), ("dois$", "duas"), ("entos", "entas")),
    "de": (("^ein(?=hundert|tausend)", ""), ("^eins$", "ein"), ("^eins$", "eine"),
           ("^eins$", "einen"), ("^eins$", "einem"), ("ü", "ue"), ("ö", "oe")),
    "ar": (("ون", "ين"), ("ة", ""), ("مائة", "مئة"), ("اثنان", "اثنين"), ("^مئتا$", "مئتان"),
           ("^مئتا$", "مئتين")),
    "bn": (("^দুই$", "দু"), ("শত", "শ")),
}  # fmt: skip
_COLLECTIVES = {
    "es": "decena 10 docena 12 quincena 15 veintena 20 treintena 30 cincuentena 50 centenar 100",
    "fr": "dizaine 10 douzaine 12 quinzaine 15 vingtaine 20 trentaine 30 quarantaine 40"
    " cinquantaine 50 soixantaine 60 centaine 100",
    "it": "decina 10 dozzina 12 ventina 20 trentina 30 cinquantina 50 centinaio 100",
    "de": "dutzend 12",
    "ru": "двое 2 трое 3 четверо 4 пятеро 5 шестеро 6 семеро 7 десяток 10",
}
AFFIXES = {"ar": re.compile("^[وبلف]"), "bn": re.compile("(?:জন|টি|টা)$")}
SCALES = {
    word: factor
    for words, factor in (
        ("dozen", 12),
        ("hundred सौ سو", 100),
        ("thousand k mil mille mila tausend bin тысяч тысячи тысяча тысячу тыс", 1000),
        ("ألف آلاف الف هزار ہزار हज़ार हजार হাজার", 1000),
        ("lakh lakhs lac लाख لاکھ লাখ", 10**5),
        ("million millions mn m millón millones millionen milioni milione milyon", 10**6),
        ("млн миллион миллиона миллионов میلیون ملیون مليون ملايين", 10**6),
        ("crore crores करोड़ کروڑ কোটি", 10**7),
        ("billion bn milliard milliards milliarden milliarde miliardi milyar", 10**9),
        ("млрд миллиарда миллиардов میلیارد مليار ارب अरब", 10**9),
        ("trillion tn", 10**12),
    )
    for word in words.split()
}  # fmt: skip
THOUSAND = 1000
FOREIGN_SCALES = word_set("mil mille mila bin")
SCALE = re.compile(
    rf"(?:(?:(?<=\d)|[\s-])({'|'.join(sorted(set(SCALES) - {'m', 'k'}, key=len, reverse=True))})"
    r"|(?<=\d)([mk]))(?![^\W\d_])|(?<=\d)\s?([百千万萬亿億])"
)
HAN_PLACES = {"十": 10, "百": 100, "千": 1000, "万": 10**4, "萬": 10**4, "亿": 10**8, "億": 10**8}
HAN_DIGITS = dict(zip("零一二三四五六七八九〇两兩", (*range(10), 0, 2, 2), strict=True))
HAN = re.compile(f"[{''.join((*HAN_DIGITS, *HAN_PLACES))}]+")
WORD = re.compile(r"[^\s!-@\[-`{-~\u00a1-\u00bf\u060c\u061b\u061f\u06d4\u0964\u2000-\u206f\u3000-\u303f]+")
_LETTERS = str.maketrans("ıىيكةہھँ", "iییکهههं")


def base_language(code: str) -> str:
    return code.partition("-")[0].lower()


def folded(text: str) -> str:
    """The letters alone: no case, accents, spaces, hyphens or rival Arabic letter forms."""
    if text.isascii():
        return "".join(filter(str.isalpha, text.lower()))
    bare = unicodedata.normalize("NFKD", text.casefold())
    return "".join(c for c in bare if not unicodedata.combining(c) and unicodedata.category(c)[0] in "LM").translate(
        _LETTERS
    )


def _english_spellings(number: int) -> list[str]:
    hundreds, rest = divmod(number, 100)
    tens, units = divmod(rest, 10)
    below = UNITS[rest] if rest < len(UNITS) else TENS[tens] + (UNITS[units] if units else "")
    if not hundreds:
        return [below]
    heads = [f"{UNITS[hundreds]}hundred"] + ["ahundred"] * (hundreds == 1)
    tails = [below, f"and{below}"] if rest else [""]
    return [head + tail for head in heads for tail in tails]


def spellings(number: int, language: str) -> set[str]:
    """What num2words says, with the genders and cases it leaves out; empty if it cannot."""
    from num2words import CONVERTER_CLASSES, num2words  # type: ignore[import-untyped]  # noqa: PLC0415 - only other languages pay for it

    if language not in CONVERTER_CLASSES:
        return set()
    cases = [{"case": c, "gender": g} for c in "ngdaip" for g in "mfn"] if language == "ru" else []
    spelled = {str(num2words(number, lang=language, **options)) for options in (*cases, {})}
    for pattern, other in _VARIANTS.get(language, ()):
        spelled |= {re.sub(pattern, other, form) for form in spelled}
    return spelled


@cache
def number_words(language: str) -> tuple[dict[str, int], tuple[str, ...]]:
    """Folded spelling -> number, up to a thousand, and the same spellings in order."""
    words: dict[str, int] = {}
    if language == "en":
        words = {form: n for n in range(1000) for form in _english_spellings(n)}
        words |= {"adozen": 12, "halfadozen": 6, "athousand": 1000, "amillion": 10**6,
                  "halfamillion": 500_000, "abillion": 10**9}  # fmt: skip
    elif language in _COUNTED_ALOUD:
        aloud = enumerate(_COUNTED_ALOUD[language].split())
        words = {folded(form): n for n, forms in aloud for form in forms.split("/")}
    elif language != "zh":
        words = {folded(form): n for n in range(THOUSAND + 1) for form in spellings(n, language)}
    pairs = _COLLECTIVES.get(language, "").split()
    for word, value in zip(pairs[::2], pairs[1::2], strict=True):
        words |= {folded(f"{article}{word}"): int(value) for article in ("", "une", "una", "ein")}
    return words, tuple(sorted(words))


VAGUE_WORDS = {
    "dozens": "decenas docenas dizaines douzaines dutzende decine dozzine десятки десятков onlarca"
    " عشرات دهها درجنوں दर्जनों ডজন 数十 數十",
    "hundreds": "cientos centenares centaines hunderte centinaia сотни сотен yüzlerce مئات صدها"
    " سینکڑوں सैकड़ों শতাধিক 数百 數百",
    "thousands": "miles milliers tausende migliaia тысячи тысяч binlerce آلاف الاف هزاران ہزاروں"
    " हजारों हज़ारों হাজার 数千 數千",
    "several": "varios varias plusieurs mehrere diversi diverse несколько birkaç عدة چند چندین کئی कई বেশ 数名 多名",
    "many": "muchos muchas nombreux beaucoup viele molti molte многие много birçok كثير بسیاری بہت कई অনেক 许多 許多",
}
