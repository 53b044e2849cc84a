/-! Strings and characters. -/

#guard "abc".length == 3
#guard "ab" ++ "c" == "abc"
#guard "ab".push 'c' == "abc"
#guard "a b c".splitOn == ["a", "b", "c"]
#guard "a,b".splitOn "," == ["a", "b"]
#guard ", ".intercalate ["x", "y"] == "x, y"
#guard "12".toNat? == some 12
#guard "x2".toNat? == none
#guard "abc".toUpper == "ABC"
#guard "abc".toList == ['a', 'b', 'c']
#guard ("abc".contains 'b')
#guard 'a'.isAlpha
#guard 'a'.toNat == 97
#guard "  x ".trim == "x"
#guard String.join ["a", "b"] == "ab"

/-- info: "a \\ \"b\"" -/
#guard_msgs in
#eval "a \\ \"b\""

/-- info: 'x' -/
#guard_msgs in
#eval 'x'

#guard s!"{1 + 1} is {"two"}, {[1, 2]}" == "2 is two, [1, 2]"
