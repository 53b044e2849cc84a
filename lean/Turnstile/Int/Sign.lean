/-!
# Integers: Sign (in progress)
-/
