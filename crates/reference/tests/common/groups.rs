//! Random inductive declarations, some well-formed, some not.

use super::rng::Rng;
use std::sync::Arc;
use turnstile_kernel::{Binder, Constructor, Declaration, Expr, FVarId, InductiveType, Level, Name, Store};

type Telescope = Vec<(FVarId, Binder, Expr)>;

pub struct Groups<'a> {
    pub st: &'a Store,
    pub rng: Rng,
}

struct Shape {
    names: Vec<Name>,
    level_params: Vec<Level>,
    params: Telescope,
    /// Types of the indices of each type.
    indices: Vec<Vec<Expr>>,
    /// The level at which containers hold values of the group.
    element: Level,
}

impl Groups<'_> {
    /// A group whose types are called `{prefix}0`, `{prefix}1`.
    pub fn group(&mut self, prefix: &str) -> Declaration {
        let st = self.st;
        let num_levels = *self.rng.pick(&[0, 0, 1, 1, 2]);
        let level_names: Vec<Name> = ["u", "v"][..num_levels].iter().map(|n| Name::new(n)).collect();
        let level_params: Vec<Level> = level_names.iter().map(|n| st.l_param(*n)).collect();
        let mut params: Telescope = Vec::new();
        for _ in 0..*self.rng.pick(&[0, 0, 1, 1, 1, 2, 2]) {
            let ty = self.param_type(&level_params, &params);
            params.push((st.fresh_fvar(), Binder::new(Name::new("p")), ty));
        }
        let count = *self.rng.pick(&[1, 1, 1, 1, 2, 2]);
        let sort = self.sort(&level_params);
        let element = match st.level(sort) {
            turnstile_kernel::LevelNode::Succ(l) => l,
            _ => st.l_zero(),
        };
        let mut shape = Shape {
            names: (0..count).map(|i| Name::new(&format!("{prefix}{i}"))).collect(),
            level_params,
            params,
            indices: Vec::new(),
            element,
        };
        for _ in 0..count {
            let indices = (0..*self.rng.pick(&[0, 0, 0, 1, 1, 2])).map(|_| self.index_type(&shape)).collect();
            shape.indices.push(indices);
        }
        let types = (0..count).map(|i| {
            let sort = if self.rng.chance(2) { st.l_succ(sort) } else { sort };
            let indices: Telescope = shape.indices[i].iter().map(|ty| self.local(*ty)).collect();
            let ty = st.bind_pis(&[&shape.params[..], &indices].concat(), st.sort(sort));
            let ctors = (0..*self.rng.pick(&[0, 1, 1, 1, 2, 2, 3])).map(|c| Constructor {
                name: shape.names[i].str(&format!("c{c}")),
                ty: self.constructor(&shape, i),
            });
            InductiveType { name: shape.names[i], ty, ctors: ctors.collect() }
        });
        let types = types.collect();
        let num_params = if self.rng.chance(3) { shape.params.len() + 1 } else { shape.params.len() };
        let level_params: Arc<[Name]> = level_names.into();
        Declaration::Inductive { level_params, num_params, types }
    }

    fn local(&mut self, ty: Expr) -> (FVarId, Binder, Expr) {
        (self.st.fresh_fvar(), Binder::new(Name::new("x")), ty)
    }

    fn level(&mut self, params: &[Level]) -> Level {
        let st = self.st;
        match (self.rng.below(4), params) {
            (0, _) | (_, []) => st.l_zero(),
            (_, ps) => *self.rng.pick(ps),
        }
    }

    /// The level of the sort the group lives in.
    fn sort(&mut self, params: &[Level]) -> Level {
        let st = self.st;
        let (l, m) = (self.level(params), self.level(params));
        match self.rng.below(10) {
            0..=2 => st.l_zero(),
            3 | 4 => st.l_one(),
            5 => l,
            6 => st.l_succ(l),
            7 => st.l_max(st.l_one(), l),
            8 => st.l_imax(*self.rng.pick(&[st.l_one(), m]), l),
            _ => st.l_succ(st.l_max(l, m)),
        }
    }

    fn param_type(&mut self, levels: &[Level], params: &Telescope) -> Expr {
        let st = self.st;
        let l = self.level(levels);
        match self.rng.below(8) {
            0 | 1 => st.type_(),
            2 => st.sort(l),
            3 => st.sort(st.l_succ(l)),
            4 => st.prop(),
            5 => st.const0("Nat"),
            _ => match params.last() {
                Some((id, _, _)) if self.rng.chance(50) => st.arrow(st.fvar(*id), st.prop()),
                Some((id, _, _)) => st.fvar(*id),
                None => st.type_(),
            },
        }
    }

    fn index_type(&mut self, shape: &Shape) -> Expr {
        let st = self.st;
        match (self.rng.below(6), shape.params.first()) {
            (0 | 1, Some((id, _, _))) => st.fvar(*id),
            (0 | 2, _) => st.const0("Nat"),
            (3, _) => st.type_(),
            (4, _) => st.prop(),
            _ => st.const0("Bool"),
        }
    }

    /// Something that may have the type `ty`.
    fn value(&mut self, ty: Expr, scope: &Telescope) -> Expr {
        let st = self.st;
        let fitting: Vec<Expr> = scope.iter().filter(|l| l.2 == ty).map(|l| st.fvar(l.0)).collect();
        if !fitting.is_empty() && self.rng.chance(75) {
            return *self.rng.pick(&fitting);
        }
        if ty == st.const0("Nat") {
            return *self.rng.pick(&[st.nat_u64(0), st.nat_u64(1), st.const0("n0"), st.const0("Nat.zero")]);
        }
        if ty == st.const0("Bool") {
            return *self.rng.pick(&[st.const0("Bool.true"), st.const0("b0")]);
        }
        if ty == st.type_() {
            return *self.rng.pick(&[st.const0("Nat"), st.const0("Bool")]);
        }
        if ty == st.prop() {
            return *self.rng.pick(&[st.const0("True"), st.const0("P")]);
        }
        match scope.last() {
            Some(l) => st.fvar(l.0),
            None => st.const0("n0"),
        }
    }

    /// A type of the group at its parameters and some indices; rarely at something else.
    fn applied(&mut self, shape: &Shape, i: usize, scope: &Telescope) -> Expr {
        let st = self.st;
        let mut levels = shape.level_params.clone();
        if self.rng.chance(1) {
            levels.reverse();
        }
        let mut params: Vec<Expr> = shape.params.iter().map(|p| st.fvar(p.0)).collect();
        if self.rng.chance(1) {
            params.reverse();
        }
        if self.rng.chance(1)
            && let Some(p) = params.last_mut()
        {
            *p = self.value(shape.params[0].2, scope);
        }
        let mut args = params;
        for ty in &shape.indices[i] {
            args.push(self.value(*ty, scope));
        }
        if self.rng.chance(1) {
            args.pop();
        }
        st.apps(st.const_(shape.names[i], &levels), &args)
    }

    /// A type in which the group occurs, mostly strictly positively.
    fn recursive(&mut self, shape: &Shape, scope: &Telescope, depth: usize) -> Expr {
        let st = self.st;
        let i = self.rng.below(shape.names.len());
        let t = self.applied(shape, i, scope);
        if depth == 0 || self.rng.chance(35) {
            return t;
        }
        let inner = self.recursive(shape, scope, depth - 1);
        let levels = [shape.element];
        let at = |n: &str| st.const_(Name::new(n), &levels);
        let nat = st.const0("Nat");
        match self.rng.below(18) {
            0 | 1 => st.arrow(nat, inner),
            2..=4 => st.app(at("List"), inner),
            5 => st.apps(st.const_(Name::new("Prod"), &[shape.element, st.l_zero()]), &[inner, nat]),
            6 => st.apps(st.const_(Name::new("Prod"), &[shape.element, shape.element]), &[inner, t]),
            7 => st.apps(at("Vec"), &[inner, self.value(nat, scope)]),
            8 => st.app(st.const0("Rose"), inner),
            9 => st.app(st.const0("Tree"), inner),
            10 => st.app(st.const_(Name::new("Box"), &[st.l_succ(shape.element)]), inner),
            11 => st.app(st.const0(self.rng.pick::<&str>(&["Same", "Ignore"])), inner),
            12 => st.apps(st.const0("To"), &[nat, inner]),
            13 => st.apps(st.const0("And"), &[inner, st.const0("True")]),
            14 => {
                let p = st.lam(Binder::new(Name::new("x")), inner, st.const0("True"));
                st.apps(st.const_(Name::new("Sub"), &[st.l_succ(shape.element)]), &[inner, p])
            }
            15 if self.rng.chance(30) => st.arrow(inner, t),
            16 if self.rng.chance(30) => st.app(st.const0("F"), inner),
            17 => match scope.last() {
                Some(l) => st.arrow(l.2, inner),
                None => inner,
            },
            _ => inner,
        }
    }

    /// A type in which the group does not occur.
    fn plain(&mut self, shape: &Shape, scope: &Telescope) -> Expr {
        let st = self.st;
        let l = self.level(&shape.level_params);
        let nat = st.const0("Nat");
        match self.rng.below(12) {
            0 | 1 => nat,
            2 => st.const0("Bool"),
            3 => st.const0("True"),
            4 => st.const_(Name::new("PUnit"), &[l]),
            5 => st.sort(l),
            6 => st.arrow(nat, st.const0("P")),
            7 => {
                let (a, b) = (self.value(nat, scope), self.value(nat, scope));
                st.apps(st.const_(Name::new("Eq"), &[st.l_one()]), &[nat, a, b])
            }
            8 | 9 => match shape.params.first() {
                Some(p) => st.fvar(p.0),
                None => st.const0("P"),
            },
            10 => match scope.last() {
                Some(l) => {
                    st.apps(st.const_(Name::new("Eq"), &[st.l_one()]), &[l.2, st.fvar(l.0), st.fvar(l.0)])
                }
                None => nat,
            },
            _ => match scope.last() {
                Some(l) => st.fvar(l.0),
                None => st.prop(),
            },
        }
    }

    fn constructor(&mut self, shape: &Shape, i: usize) -> Expr {
        let st = self.st;
        let mut scope = shape.params.clone();
        // Indices of the result are often arguments.
        for ty in &shape.indices[i] {
            if self.rng.chance(60) {
                let l = self.local(*ty);
                scope.push(l);
            }
        }
        for _ in 0..*self.rng.pick(&[0, 0, 1, 1, 2, 3]) {
            let ty = match self.rng.chance(45) {
                true => self.recursive(shape, &scope, 2),
                false => self.plain(shape, &scope),
            };
            let l = self.local(ty);
            scope.push(l);
        }
        let result = match self.rng.chance(2) {
            true => self.plain(shape, &scope),
            false => self.applied(shape, i, &scope),
        };
        if scope.len() > 1 && self.rng.chance(3) {
            scope.rotate_left(1);
        }
        st.bind_pis(&scope, result)
    }
}
