/-! Forms of functions. -/

#guard (fun x => x + 1) 2 == 3
#guard (fun (x, y) => x + y) (1, 2) == 3
#guard (fun | 0 => "zero" | _ => "more" : Nat → String) 0 == "zero"
#guard (· + ·) 1 2 == 3
#guard [1, 2, 3].map (2 * ·) == [2, 4, 6]
#guard (3 |> (· + 1) |> toString) == "4"
#guard ([1, 2, 3] |>.map (· + 1) |>.reverse) == [4, 3, 2]
#guard (Nat.succ ∘ Nat.succ) 1 == 3
#guard ((fun f => f <| 1 + 1) fun n => n * 10) == 20

example : (fun (x : Nat) (h : x < 2) => (⟨x, h⟩ : Fin 2)) 1 (by decide) = 1 := rfl

example (h : False) : 1 = 2 := nomatch h
example : ¬ (1 = 2) := nofun
example : Fin 0 → Nat := nofun
