"""Reading: the finished file as those get it who open it, as plain data. No rule stands here."""
