"""What people type, one file a command. The group that holds them is in cli."""
