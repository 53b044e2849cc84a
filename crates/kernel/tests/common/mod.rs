//! Terms and declarations from short text, so that a test of a rule is a few readable lines.
//!
//! `(f a b)`, `(fun (x A) (y B) e)`, `(pi (x A) B)`, `(let x A v e)`, `(proj S 0 e)`, `(sort l)`, `Prop`, `Type`, `12`,
//! `"text"`, `c`, `(@ c l …)` for a constant at levels. Levels: `0`, `u`, `(max l l)`, `(imax l l)`, `(succ l)`.
#![allow(dead_code)]

use std::sync::Arc;
use turnstile_kernel::*;

pub struct World {
    pub st: Store,
    pub env: Environment,
}

#[derive(Debug, Clone)]
enum Sexp {
    Atom(String),
    List(Vec<Sexp>),
}

fn read(text: &str) -> Sexp {
    let spaced = text.replace('(', " ( ").replace(')', " ) ");
    let mut stack: Vec<Vec<Sexp>> = vec![Vec::new()];
    for t in spaced.split_whitespace() {
        match t {
            "(" => stack.push(Vec::new()),
            ")" => {
                let done = stack.pop().unwrap();
                stack.last_mut().unwrap().push(Sexp::List(done));
            }
            t => stack.last_mut().unwrap().push(Sexp::Atom(t.to_string())),
        }
    }
    assert_eq!(stack.len(), 1, "unbalanced: {text}");
    let mut top = stack.pop().unwrap();
    if top.len() == 1 { top.remove(0) } else { Sexp::List(top) }
}

impl World {
    pub fn new() -> World {
        World { st: Store::new(), env: Environment::default() }
    }

    fn level(&self, s: &Sexp) -> Level {
        let st = &self.st;
        match s {
            Sexp::Atom(a) => match a.parse::<u32>() {
                Ok(n) => (0..n).fold(st.l_zero(), |l, _| st.l_succ(l)),
                Err(_) => st.l_param(Name::new(a)),
            },
            Sexp::List(l) => {
                let Sexp::Atom(head) = &l[0] else { panic!("level {l:?}") };
                match head.as_str() {
                    "max" => st.l_max(self.level(&l[1]), self.level(&l[2])),
                    "imax" => st.l_imax(self.level(&l[1]), self.level(&l[2])),
                    "succ" => st.l_succ(self.level(&l[1])),
                    _ => panic!("level {l:?}"),
                }
            }
        }
    }

    fn build(&self, s: &Sexp, scope: &mut Vec<String>) -> Expr {
        let st = &self.st;
        let list = match s {
            Sexp::Atom(a) => {
                if let Some(i) = scope.iter().rev().position(|x| x == a) {
                    return st.bvar(i as u32);
                }
                return match a.as_str() {
                    "Prop" => st.prop(),
                    "Type" => st.type_(),
                    a if a.starts_with('"') => st.string(a.trim_matches('"')),
                    a if a.bytes().all(|b| b.is_ascii_digit()) => st.nat(a.parse().unwrap()),
                    a => st.const_(Name::new(a), &[]),
                };
            }
            Sexp::List(l) => l,
        };
        let head = match &list[0] {
            Sexp::Atom(a) => a.as_str(),
            Sexp::List(_) => "",
        };
        match head {
            "fun" | "pi" => {
                let mut doms = Vec::new();
                for b in &list[1..list.len() - 1] {
                    let Sexp::List(b) = b else { panic!("binder {b:?}") };
                    let Sexp::Atom(x) = &b[0] else { panic!("binder {b:?}") };
                    doms.push((Binder::new(Name::new(x)), self.build(&b[1], scope)));
                    scope.push(x.clone());
                }
                let body = self.build(&list[list.len() - 1], scope);
                scope.truncate(scope.len() - doms.len());
                let fun = head == "fun";
                doms.into_iter()
                    .rev()
                    .fold(body, |e, (b, t)| if fun { st.lam(b, t, e) } else { st.pi(b, t, e) })
            }
            "let" => {
                let Sexp::Atom(x) = &list[1] else { panic!("let {list:?}") };
                let (t, v) = (self.build(&list[2], scope), self.build(&list[3], scope));
                scope.push(x.clone());
                let body = self.build(&list[4], scope);
                scope.pop();
                st.let_(Name::new(x), t, v, body)
            }
            "proj" => {
                let (Sexp::Atom(n), Sexp::Atom(i)) = (&list[1], &list[2]) else { panic!("proj {list:?}") };
                st.proj(Name::new(n), i.parse().unwrap(), self.build(&list[3], scope))
            }
            "sort" => st.sort(self.level(&list[1])),
            "@" => {
                let Sexp::Atom(n) = &list[1] else { panic!("constant {list:?}") };
                let ls: Vec<Level> = list[2..].iter().map(|l| self.level(l)).collect();
                st.const_(Name::new(n), &ls)
            }
            _ => {
                let f = self.build(&list[0], scope);
                list[1..].iter().fold(f, |f, a| st.app(f, self.build(a, scope)))
            }
        }
    }

    pub fn term(&self, text: &str) -> Expr {
        self.build(&read(text), &mut Vec::new())
    }

    /// A universe level.
    pub fn lvl(&self, text: &str) -> Level {
        self.level(&read(text))
    }

    /// `"c u v"`: a name and its level parameters.
    pub fn cval(&self, head: &str, ty: &str) -> ConstantVal {
        let mut words = head.split_whitespace().map(Name::new);
        let name = words.next().unwrap();
        ConstantVal { name, level_params: words.collect(), ty: self.term(ty) }
    }

    pub fn add(&mut self, d: &Declaration) -> Result<(), KernelError> {
        self.env.add_decl(&self.st, d)
    }

    pub fn axiom(&mut self, head: &str, ty: &str) -> Result<(), KernelError> {
        self.add(&Declaration::Axiom(self.cval(head, ty)))
    }

    pub fn def(&mut self, head: &str, ty: &str, value: &str) -> Result<(), KernelError> {
        let d = Declaration::Definition(self.cval(head, ty), self.term(value), ReducibilityHint::Regular(0));
        self.add(&d)
    }

    pub fn thm(&mut self, head: &str, ty: &str, value: &str) -> Result<(), KernelError> {
        let d = Declaration::Theorem(self.cval(head, ty), self.term(value));
        self.add(&d)
    }

    pub fn opaque(&mut self, head: &str, ty: &str, value: &str) -> Result<(), KernelError> {
        let d = Declaration::Opaque(self.cval(head, ty), self.term(value));
        self.add(&d)
    }

    /// Types as `(name, type, [(constructor, type)])`.
    pub fn group(
        &mut self,
        levels: &str,
        num_params: usize,
        types: &[(&str, &str, &[(&str, &str)])],
    ) -> Result<(), KernelError> {
        let level_params: Arc<[Name]> = levels.split_whitespace().map(Name::new).collect();
        let types = types
            .iter()
            .map(|(n, ty, ctors)| InductiveType {
                name: Name::new(n),
                ty: self.term(ty),
                ctors: ctors
                    .iter()
                    .map(|(n, ty)| Constructor { name: Name::new(n), ty: self.term(ty) })
                    .collect(),
            })
            .collect();
        self.add(&Declaration::Inductive { level_params, num_params, types })
    }

    pub fn ind(
        &mut self,
        head: &str,
        num_params: usize,
        ty: &str,
        ctors: &[(&str, &str)],
    ) -> Result<(), KernelError> {
        let (name, levels) = head.split_once(' ').unwrap_or((head, ""));
        self.group(levels, num_params, &[(name, ty, ctors)])
    }

    pub fn def_eq(&self, a: &str, b: &str) -> bool {
        let mut tc = TypeChecker::new(&self.env, &self.st);
        let (a, b) = (self.term(a), self.term(b));
        tc.check(a).unwrap();
        tc.check(b).unwrap();
        tc.def_eq(a, b).unwrap()
    }

    pub fn check(&self, e: &str) -> Result<Expr, KernelError> {
        TypeChecker::new(&self.env, &self.st).check(self.term(e))
    }

    /// The weak-head normal form of a term, which need not be well typed.
    pub fn whnf(&self, e: &str) -> Expr {
        TypeChecker::new(&self.env, &self.st).whnf(self.term(e)).unwrap()
    }

    /// Whether evaluation leaves a term as it is.
    pub fn is_stuck(&self, e: &str) -> bool {
        self.whnf(e) == self.st.alpha(self.term(e))
    }

    /// Whether the checked type of `e` is convertible to `ty`.
    pub fn has_type(&self, e: &str, ty: &str) -> bool {
        let mut tc = TypeChecker::new(&self.env, &self.st);
        let got = tc.check(self.term(e)).unwrap();
        tc.def_eq(got, self.term(ty)).unwrap()
    }

    pub fn inductive(&self, n: &str) -> InductiveVal {
        match self.env.get(Name::new(n)).map(|c| &**c) {
            Some(ConstantInfo::Inductive(i)) => i.clone(),
            _ => panic!("{n} is not an inductive type"),
        }
    }

    pub fn recursor(&self, n: &str) -> RecursorVal {
        match &**self.env.get(Name::new(n)).unwrap() {
            ConstantInfo::Recursor(r) => r.clone(),
            _ => panic!("{n} is not a recursor"),
        }
    }

    /// Whether the recursor eliminates into every sort.
    pub fn eliminates_largely(&self, t: &str) -> bool {
        let Some(ConstantInfo::Inductive(i)) = self.env.get(Name::new(t)).map(|c| &**c) else {
            panic!("{t}")
        };
        self.recursor(&format!("{t}.rec")).cval.level_params.len() > i.cval.level_params.len()
    }

    pub fn accelerated(&self, n: &str) -> bool {
        self.env.is_accelerated(Name::new(n))
    }

    /// `Eq`, `Bool`, `Nat`, `And`, `Prod`, `List`, `False`, `True`.
    pub fn prelude() -> World {
        let mut w = World::new();
        w.ind(
            "Eq u",
            2,
            "(pi (A (sort u)) (a A) (b A) Prop)",
            &[("Eq.refl", "(pi (A (sort u)) (a A) ((@ Eq u) A a a))")],
        )
        .unwrap();
        w.ind("Bool", 0, "Type", &[("Bool.false", "Bool"), ("Bool.true", "Bool")]).unwrap();
        w.ind("Nat", 0, "Type", &[("Nat.zero", "Nat"), ("Nat.succ", "(pi (n Nat) Nat)")]).unwrap();
        w.ind("False", 0, "Prop", &[]).unwrap();
        w.ind("True", 0, "Prop", &[("True.intro", "True")]).unwrap();
        w.ind(
            "And",
            2,
            "(pi (a Prop) (b Prop) Prop)",
            &[("And.intro", "(pi (a Prop) (b Prop) (l a) (r b) (And a b))")],
        )
        .unwrap();
        w.ind(
            "Prod u v",
            2,
            "(pi (A (sort (succ u))) (B (sort (succ v))) (sort (succ (max u v))))",
            &[("Prod.mk", "(pi (A (sort (succ u))) (B (sort (succ v))) (fst A) (snd B) ((@ Prod u v) A B))")],
        )
        .unwrap();
        w.ind(
            "List u",
            1,
            "(pi (A (sort (succ u))) (sort (succ u)))",
            &[
                ("List.nil", "(pi (A (sort (succ u))) ((@ List u) A))"),
                ("List.cons", "(pi (A (sort (succ u))) (h A) (t ((@ List u) A)) ((@ List u) A))"),
            ],
        )
        .unwrap();
        w
    }
}

/// Asserts that the kernel refused by the given rule: a refusal for another reason proves nothing.
#[track_caller]
pub fn refused(r: Result<impl std::fmt::Debug, KernelError>, rule: &str) {
    match r {
        Err(KernelError::Rejected { rule: got, .. }) if got == rule => {}
        other => panic!("expected a refusal by '{rule}', got {other:?}"),
    }
}
