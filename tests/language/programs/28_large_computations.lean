/-! Evaluation shares what it computed, and does not run out of stack. -/

def fib : Nat → Nat
  | 0 => 0
  | 1 => 1
  | n + 2 => fib n + fib (n + 1)

#guard fib 20 == 6765

def fastFib (n : Nat) : Nat := Id.run do
  let mut a := 0
  let mut b := 1
  for _ in [0:n] do
    (a, b) := (b, a + b)
  return a

#guard fastFib 90 == 2880067194370816120

#guard (List.range 3000).foldl (· + ·) 0 == 4498500
#guard 2 ^ 200 % 1000007 == 2 ^ 200 % 1000007
#guard (List.range 200).length == 200
