//! Both kernels with the same small library of declarations.

use super::world::World;
use super::{Tally, compare, show};
use turnstile_kernel::{Declaration, Name};
use turnstile_reference::{Environment, declaration_of};

pub struct Both {
    pub w: World,
    pub reference: Environment,
}

const ADD: &str =
    "(fun (x Nat) (y Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) x (fun (n Nat) (r Nat) (Nat.succ r)) y))";
const MUL: &str =
    "(fun (x Nat) (y Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) 0 (fun (n Nat) (r Nat) (Nat.add r x)) y))";
const POW: &str =
    "(fun (x Nat) (y Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) 1 (fun (n Nat) (r Nat) (Nat.mul r x)) y))";
const SUB: &str =
    "(fun (x Nat) (y Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) x (fun (n Nat) (r Nat) (pred r)) y))";
const BLE: &str = "(fun (x Nat) ((@ Nat.rec 1) (fun (n Nat) (pi (y Nat) Bool)) (fun (y Nat) Bool.true) \
    (fun (m Nat) (f (pi (y Nat) Bool)) (fun (y Nat) ((@ Nat.rec 1) (fun (n Nat) Bool) Bool.false \
    (fun (n Nat) (r Bool) (f n)) y))) x))";

impl Both {
    pub fn prelude() -> Both {
        let mut b = Both { w: World::prelude(), reference: Environment::new() };
        for n in ["Eq", "Bool", "Nat", "False", "True", "And", "Prod", "List"] {
            b.follow(n);
        }
        b.ind("PUnit u", 0, "(sort u)", &[("PUnit.unit", "(@ PUnit u)")]);
        b.ind(
            "Box u",
            1,
            "(pi (A (sort u)) (sort u))",
            &[("Box.mk", "(pi (A (sort u)) (x A) ((@ Box u) A))")],
        );
        b.ind(
            "Sub u",
            2,
            "(pi (A (sort u)) (p (pi (x A) Prop)) (sort (max 1 u)))",
            &[("Sub.mk", "(pi (A (sort u)) (p (pi (x A) Prop)) (val A) (property (p val)) ((@ Sub u) A p))")],
        );
        b.ind(
            "Vec u",
            1,
            "(pi (A (sort (succ u))) (n Nat) (sort (succ u)))",
            &[
                ("Vec.nil", "(pi (A (sort (succ u))) ((@ Vec u) A Nat.zero))"),
                (
                    "Vec.cons",
                    "(pi (A (sort (succ u))) (n Nat) (x A) (v ((@ Vec u) A n)) ((@ Vec u) A (Nat.succ n)))",
                ),
            ],
        );
        b.ind(
            "Acc u",
            2,
            "(pi (A (sort u)) (r (pi (x A) (y A) Prop)) (x A) Prop)",
            &[(
                "Acc.intro",
                "(pi (A (sort u)) (r (pi (x A) (y A) Prop)) (x A) (h (pi (y A) (l (r y x)) ((@ Acc u) A r y))) \
                 ((@ Acc u) A r x))",
            )],
        );
        b.ind(
            "Ex u",
            2,
            "(pi (A (sort u)) (p (pi (x A) Prop)) Prop)",
            &[("Ex.intro", "(pi (A (sort u)) (p (pi (x A) Prop)) (x A) (h (p x)) ((@ Ex u) A p))")],
        );
        b.ind(
            "Rose",
            1,
            "(pi (A Type) Type)",
            &[("Rose.node", "(pi (A Type) (x A) (l ((@ List 0) (Rose A))) (Rose A))")],
        );
        let two: [(&str, &str, &[(&str, &str)]); 2] = [
            ("Tree", "(pi (A Type) Type)", &[("Tree.node", "(pi (A Type) (x A) (f (Forest A)) (Tree A))")]),
            (
                "Forest",
                "(pi (A Type) Type)",
                &[
                    ("Forest.nil", "(pi (A Type) (Forest A))"),
                    ("Forest.cons", "(pi (A Type) (t (Tree A)) (f (Forest A)) (Forest A))"),
                ],
            ),
        ];
        b.w.group("", 1, &two).unwrap();
        b.follow("Tree");
        b.def("id u", "(pi (A (sort u)) (x A) A)", "(fun (A (sort u)) (x A) x)");
        b.def("eagerReduce u", "(pi (A (sort u)) (x A) A)", "(fun (A (sort u)) (x A) x)");
        b.def(
            "pred",
            "(pi (n Nat) Nat)",
            "(fun (n Nat) ((@ Nat.rec 1) (fun (n Nat) Nat) 0 (fun (n Nat) (r Nat) n) n))",
        );
        let binary = "(pi (x Nat) (y Nat) Nat)";
        b.def("Nat.add", binary, ADD);
        b.def("Nat.mul", binary, MUL);
        b.def("Nat.pow", binary, POW);
        b.def("Nat.sub", binary, SUB);
        b.def("Nat.ble", "(pi (x Nat) (y Nat) Bool)", BLE);
        // Not the function of that name, and not run as if it were.
        b.def("Nat.gcd", binary, "(fun (x Nat) (y Nat) (Nat.add x y))");
        b.def("plus", binary, ADD);
        b.def("Ignore", "(pi (A Type) Type)", "(fun (A Type) Nat)");
        b.def("Same", "(pi (A Type) Type)", "(fun (A Type) A)");
        b.def("To", "(pi (A Type) (B Type) Type)", "(fun (A Type) (B Type) (pi (x A) B))");
        b.axiom("F", "(pi (A Type) Type)");
        for (n, ty) in [
            ("n0", "Nat"),
            ("n1", "Nat"),
            ("b0", "Bool"),
            ("f0", "(pi (x Nat) Nat)"),
            ("g0", "(pi (x Nat) (y Bool) Nat)"),
            ("p0", "((@ Prod 0 0) Nat Bool)"),
            ("l0", "((@ List 0) Nat)"),
            ("u0", "(@ PUnit 1)"),
            ("P", "Prop"),
            ("t0", "P"),
            ("same", "((@ Eq 1) Nat n0 n0)"),
            ("four", "((@ Eq 1) Nat (Nat.add 2 2) 4)"),
            ("other", "((@ Eq 1) Nat n0 n1)"),
            ("r0", "(pi (x Nat) (y Nat) Prop)"),
            ("acc", "(pi (x Nat) ((@ Acc 1) Nat r0 x))"),
        ] {
            b.axiom(n, ty);
        }
        b.w.add(&Declaration::Quot).unwrap();
        b.follow("Quot");
        b
    }

    /// Has the reference check what the kernel accepted.
    fn follow(&mut self, name: &str) {
        let c = self.w.env.get(Name::new(name)).unwrap().clone();
        let d = declaration_of(&self.w.env, &c).unwrap();
        let tally = compare(&self.w.env, &mut self.reference, &self.w.st, &d, &Ok(()));
        assert!(tally.differences.is_empty(), "{:?}", tally.differences);
    }

    fn ind(&mut self, head: &str, params: usize, ty: &str, ctors: &[(&str, &str)]) {
        self.w.ind(head, params, ty, ctors).unwrap();
        self.follow(head.split(' ').next().unwrap());
    }

    pub fn def(&mut self, head: &str, ty: &str, value: &str) {
        self.w.def(head, ty, value).unwrap();
        self.follow(head.split(' ').next().unwrap());
    }

    fn axiom(&mut self, name: &str, ty: &str) {
        self.w.axiom(name, ty).unwrap();
        self.follow(name);
    }

    /// Gives a declaration to both. It is dropped again where `keep` is false.
    pub fn add(&mut self, d: &Declaration, keep: bool) -> Tally {
        let before = (!keep).then(|| (self.w.env.clone(), self.reference.clone()));
        let answer = self.w.env.add_decl(&self.w.st, d);
        let mut tally = compare(&self.w.env, &mut self.reference, &self.w.st, d, &answer);
        if !tally.differences.is_empty() {
            tally.differences.push(format!("   {}", show(&self.w.st, d)));
        }
        if let Some(before) = before {
            (self.w.env, self.reference) = before;
        }
        tally
    }
}
