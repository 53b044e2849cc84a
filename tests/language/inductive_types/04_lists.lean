inductive MyList (α : Type) where
  | nil : MyList α
  | cons : α → MyList α → MyList α

namespace MyList

def append (as bs : MyList α) : MyList α :=
  match as with
  | nil => bs
  | cons a as => cons a (append as bs)

instance : Append (MyList α) where
  append := append

def length : MyList α → Nat
  | nil => 0
  | cons _ as => length as + 1

theorem nil_append (as : MyList α) : nil ++ as = as := rfl
theorem cons_append (a : α) (as bs : MyList α) : cons a as ++ bs = cons a (as ++ bs) := rfl

theorem append_nil (as : MyList α) : as ++ nil = as := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [cons_append, ih]

theorem append_assoc (as bs cs : MyList α) : as ++ bs ++ cs = as ++ (bs ++ cs) := by
  induction as with
  | nil => rfl
  | cons a as ih => rw [cons_append, cons_append, cons_append, ih]

theorem length_append (as bs : MyList α) : (as ++ bs).length = as.length + bs.length := by
  induction as with
  | nil => rw [nil_append, length, Nat.zero_add]
  | cons a as ih => rw [cons_append, length, length, ih]; omega

end MyList
