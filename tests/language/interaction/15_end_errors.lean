/-! Wrong ends of scopes. -/

/--
error: Invalid `end`: There is no current scope to end

Note: Scopes are introduced using `namespace` and `section`
-/
#guard_msgs in
end

namespace A

/-- error: Invalid name after `end`: Expected `A`, but found `B` -/
#guard_msgs in
end B

end A

section
/--
error: Unexpected name `A` after `end`: The current section is unnamed

Hint: Delete the name `A` to end the current unnamed scope; outer named scopes can then be closed using additional `end` command(s):
  end ̵A̵
-/
#guard_msgs in
end A
end
