/-!
# Integers: DivMod (in progress)
-/
