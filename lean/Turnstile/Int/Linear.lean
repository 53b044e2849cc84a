/-!
# Integers: Linear (in progress)
-/
