//! The machine: call by need over kernel terms (Krivine's machine with updates; Sestoft, *Deriving a lazy abstract
//! machine*, 1997). Types and proofs are never looked at, so recursion on proofs of accessibility costs nothing.

use super::builtin::{Builtin, builtins};
use super::value::{Scope, State, Thunk, Value};
use crate::error::{Error, Result};
use crate::meta::Meta;
use rustc_hash::FxHashMap;
use std::rc::Rc;
use turnstile_kernel::{BigUint, ConstantInfo, Expr, Name, Node, RecursorVal, with_stack};

/// Evaluation that keeps more thunks than this is given up.
const MAX_THUNKS: usize = 1 << 24;

/// Runs closed terms.
pub struct Evaluator<'a> {
    pub(super) m: &'a mut Meta,
    builtins: Rc<FxHashMap<Name, Builtin>>,
    thunks: Vec<State>,
    /// Which inductive types are propositions.
    propositions: FxHashMap<Name, bool>,
}

/// Where the machine goes on.
enum Next {
    /// A term in a scope.
    Term(Expr, Scope),
    /// A constant.
    Const(Name),
    /// A value to be applied to what is on the stack.
    Value(Value),
}

impl<'a> Evaluator<'a> {
    /// An evaluator whose work is charged to the budget of `m`.
    #[must_use]
    pub fn new(m: &'a mut Meta) -> Evaluator<'a> {
        let thunks = vec![State::Done(Value::Erased)];
        Evaluator { m, builtins: builtins(), thunks, propositions: FxHashMap::default() }
    }

    fn add(&mut self, s: State) -> Result<Thunk> {
        if self.thunks.len() >= MAX_THUNKS {
            return Err(Error::resource("out of memory: evaluation keeps too many values"));
        }
        self.thunks.push(s);
        Ok(Thunk(u32::try_from(self.thunks.len() - 1).unwrap_or(0)))
    }

    /// A value as a thunk.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn done(&mut self, v: Value) -> Result<Thunk> {
        if matches!(v, Value::Erased) { Ok(Thunk::ERASED) } else { self.add(State::Done(v)) }
    }

    /// A constructor with fields.
    ///
    /// # Errors
    /// When there is no room for it.
    pub fn data(&mut self, name: &str, fields: impl IntoIterator<Item = Value>) -> Result<Value> {
        let fields = fields.into_iter().map(|v| self.done(v)).collect::<Result<Rc<[Thunk]>>>()?;
        Ok(Value::Ctor(Name::new(name), fields))
    }

    /// A character.
    pub(super) fn char_value(&mut self, c: char) -> Result<Value> {
        self.data("Char.mk", [Value::nat(u32::from(c)), Value::Erased])
    }

    /// The value of a closed term.
    ///
    /// # Errors
    /// When evaluation meets what has no value (`sorry`, an axiom), or the budget ends.
    pub fn eval(&mut self, e: Expr) -> Result<Value> {
        let e = self.m.instantiate(e);
        self.run(Next::Term(e, Scope::default()), vec![])
    }

    /// A function applied to arguments.
    ///
    /// # Errors
    /// As [`eval`](Evaluator::eval).
    pub fn apply(&mut self, f: Value, args: impl IntoIterator<Item = Thunk>) -> Result<Value> {
        let mut stack: Vec<Thunk> = args.into_iter().collect();
        stack.reverse();
        self.run(Next::Value(f), stack)
    }

    /// The value of a thunk.
    ///
    /// # Errors
    /// As [`eval`](Evaluator::eval).
    pub fn force(&mut self, t: Thunk) -> Result<Value> {
        let slot = t.0 as usize;
        if let State::Done(v) = &self.thunks[slot] {
            return Ok(v.clone());
        }
        match std::mem::replace(&mut self.thunks[slot], State::Running) {
            State::Waiting(e, s) => {
                let v = with_stack(|| self.run(Next::Term(e, s), vec![]))?;
                self.thunks[slot] = State::Done(v.clone());
                Ok(v)
            }
            _ => Err(Error::msg("evaluation does not end: a value is needed to compute itself")),
        }
    }

    /// The stack holds the arguments, the first one on top.
    fn run(&mut self, mut next: Next, mut stack: Vec<Thunk>) -> Result<Value> {
        loop {
            self.m.tick()?;
            next = match next {
                Next::Term(e, scope) => match self.m.st.node(e) {
                    Node::App(f, a) => {
                        stack.push(self.delay(a, &scope)?);
                        Next::Term(f, scope)
                    }
                    Node::Lam(_, _, body) => match stack.pop() {
                        Some(arg) => Next::Term(body, scope.push(arg)),
                        None => return Ok(Value::Fun(e, scope)),
                    },
                    Node::Let(_, _, v, body) => {
                        let v = self.delay(v, &scope)?;
                        Next::Term(body, scope.push(v))
                    }
                    Node::BVar(i) => match scope.get(i) {
                        Some(t) => Next::Value(self.force(t)?),
                        None => return Err(Error::msg("internal: a variable without a value")),
                    },
                    Node::Const(n, _) => Next::Const(n),
                    Node::Nat(n) => Next::Value(Value::Nat(Rc::new((*self.m.st.nat_value(n)).clone()))),
                    Node::Str(s) => Next::Value(Value::Str(self.m.st.str_value(s).as_ref().into())),
                    Node::Sort(_) | Node::Pi(..) => Next::Value(Value::Erased),
                    Node::Proj(_, i, x) => {
                        let x = with_stack(|| self.run(Next::Term(x, scope), vec![]))?;
                        self.field(x, i as usize)?
                    }
                    Node::FVar(_) | Node::MVar(_) => {
                        return Err(Error::msg("cannot evaluate an expression with free variables or holes"));
                    }
                },
                Next::Value(v) => {
                    if stack.is_empty() {
                        return Ok(v);
                    }
                    match v {
                        Value::Fun(e, scope) => Next::Term(e, scope),
                        Value::Partial(n, args) => {
                            stack.extend(args.iter().rev().copied());
                            Next::Const(n)
                        }
                        Value::Erased => return Ok(Value::Erased),
                        _ => return Err(Error::msg("internal: a value that is no function is applied")),
                    }
                }
                Next::Const(n) => self.constant(n, &mut stack)?,
            }
        }
    }

    /// `a` in `scope`, computed later; what needs no computation is made at once.
    fn delay(&mut self, a: Expr, scope: &Scope) -> Result<Thunk> {
        Ok(match self.m.st.node(a) {
            Node::BVar(i) => {
                scope.get(i).ok_or_else(|| Error::msg("internal: a variable without a value"))?
            }
            Node::Lam(..) => self.done(Value::Fun(a, scope.clone()))?,
            Node::Sort(_) | Node::Pi(..) => Thunk::ERASED,
            _ => self.add(State::Waiting(a, scope.clone()))?,
        })
    }

    /// The `i`th field of a value.
    fn field(&mut self, v: Value, i: usize) -> Result<Next> {
        match self.opened(v)? {
            Value::Erased => Ok(Next::Value(Value::Erased)),
            Value::Ctor(_, fields) => match fields.get(i) {
                Some(t) => Ok(Next::Value(self.force(*t)?)),
                None => Err(Error::msg("internal: a field that is not there")),
            },
            _ => Err(Error::msg("internal: a field of a value that is no structure")),
        }
    }

    /// Strings as structures.
    fn opened(&mut self, v: Value) -> Result<Value> {
        let Value::Str(s) = v else { return Ok(v) };
        let mut list = Value::constant("List.nil");
        for c in s.chars().rev() {
            let c = self.char_value(c)?;
            list = self.data("List.cons", [c, list])?;
        }
        self.data("String.ofList", [list])
    }

    fn constant(&mut self, n: Name, stack: &mut Vec<Thunk>) -> Result<Next> {
        if let Some(b) = self.builtins.get(&n).copied() {
            if stack.len() < b.arity {
                return Ok(Next::Value(partial(n, stack)));
            }
            let args = take(stack, b.arity);
            return Ok(Next::Value((b.run)(self, &args)?));
        }
        let Some(info) = self.m.env.get(n).cloned() else {
            return Err(Error::msg(format!("internal: unknown constant '{n}'")));
        };
        match &*info {
            ConstantInfo::Opaque(..) if self.m.env.ext.equations.contains_key(&n) => {
                self.partial_function(n, stack)
            }
            ConstantInfo::Definition(..) | ConstantInfo::Opaque(..) => match info.value() {
                Some(v) => Ok(Next::Term(v, Scope::default())),
                None => Err(Error::msg(format!("'{n}' has no value"))),
            },
            ConstantInfo::Theorem(..) | ConstantInfo::Inductive(_) => Ok(Next::Value(Value::Erased)),
            ConstantInfo::Axiom(_) => match n.as_str() {
                "propext" | "Quot.sound" => Ok(Next::Value(Value::Erased)),
                _ => Err(Error::msg(format!(
                    "failed to compile definition, compiler IR check failed at `_eval`. Error: depends on \
                     declaration '{n}', which has no executable code; consider marking definition as 'noncomputable'"
                ))),
            },
            ConstantInfo::Constructor(c) => {
                let arity = c.num_params + c.num_fields;
                if stack.len() < arity {
                    return Ok(Next::Value(partial(n, stack)));
                }
                let args = take(stack, arity);
                let fields = &args[c.num_params..];
                Ok(Next::Value(match n.as_str() {
                    "Nat.zero" => Value::nat(0u32),
                    "Nat.succ" => {
                        let k = self.nat(fields[0])?;
                        Value::nat(&*k + 1u32)
                    }
                    _ => Value::Ctor(n, fields.into()),
                }))
            }
            ConstantInfo::Recursor(r) => self.recursor(n, r, stack),
            ConstantInfo::Quot(..) => match n.as_str() {
                "Quot.mk" if stack.len() >= 3 => {
                    let args = take(stack, 3);
                    Ok(Next::Value(Value::Ctor(n, [args[2]].into())))
                }
                "Quot.lift" if stack.len() >= 6 => {
                    let args = take(stack, 6);
                    let f = self.force(args[3])?;
                    let Value::Ctor(_, parts) = self.force(args[5])? else {
                        return Err(Error::msg("internal: a quotient without an element"));
                    };
                    stack.push(parts[0]);
                    Ok(Next::Value(f))
                }
                "Quot" | "Quot.ind" => Ok(Next::Value(Value::Erased)),
                _ => Ok(Next::Value(partial(n, stack))),
            },
        }
    }

    /// A `partial` function runs by its equation.
    fn partial_function(&mut self, n: Name, stack: &mut Vec<Thunk>) -> Result<Next> {
        let Some(eqs) = self.m.env.ext.equations.get(&n).cloned() else {
            return Err(Error::msg(format!("'{n}' has no value")));
        };
        let [eq] = &eqs.eqns[..] else {
            return Err(Error::msg(format!("internal: '{n}' has more than one equation")));
        };
        if stack.len() < eq.num_vars {
            return Ok(Next::Value(partial(n, stack)));
        }
        let mut scope = Scope::default();
        for arg in take(stack, eq.num_vars) {
            scope = scope.push(arg);
        }
        Ok(Next::Term(eq.rhs, scope))
    }

    fn recursor(&mut self, n: Name, r: &RecursorVal, stack: &mut Vec<Thunk>) -> Result<Next> {
        let major_index = r.major_index();
        if stack.len() <= major_index {
            return Ok(Next::Value(partial(n, stack)));
        }
        let args = take(stack, major_index + 1);
        let before = &args[..r.first_index()];
        if self.eliminates_proofs(r)? {
            let [rule] = &r.rules[..] else {
                return Err(Error::msg("unreachable code has been reached"));
            };
            // A proof has no content: its fields are erased. One of accessibility recurs on the smaller elements.
            let mut fields = vec![Thunk::ERASED; rule.num_fields];
            let minor = args[r.num_params + r.num_motives];
            if n.as_str() == "Acc.rec" {
                fields[0] = args[r.first_index()];
                fields.push(self.done(Value::Partial(n, before.into()))?);
            } else if self.m.inductive_val(n.prefix()).is_some_and(|i| i.is_rec) {
                return Err(Error::msg(format!(
                    "cannot evaluate recursion on the proofs of '{}'",
                    n.prefix()
                )));
            }
            stack.extend(fields.into_iter().rev());
            return Ok(Next::Value(self.force(minor)?));
        }
        let major = self.force(args[major_index])?;
        let (ctor, fields) = match self.opened(major)? {
            Value::Nat(k) if *k == BigUint::ZERO => (Name::new("Nat.zero"), Rc::from([])),
            Value::Nat(k) => {
                let before = self.done(Value::nat(&*k - 1u32))?;
                (Name::new("Nat.succ"), Rc::from([before]))
            }
            Value::Ctor(c, fields) => (c, fields),
            Value::Erased => return Ok(Next::Value(Value::Erased)),
            _ => return Err(Error::msg("internal: a value that is no data is taken apart")),
        };
        let Some(rule) = r.rules.iter().find(|rule| rule.ctor == ctor) else {
            return Err(Error::msg(format!("internal: '{n}' has no rule for '{ctor}'")));
        };
        stack.extend(fields.iter().rev().copied());
        stack.extend(before.iter().rev().copied());
        Ok(Next::Term(rule.rhs, Scope::default()))
    }

    /// Whether the recursor eliminates a proposition.
    fn eliminates_proofs(&mut self, r: &RecursorVal) -> Result<bool> {
        let Some(ctor) = r.rules.first().map(|rule| rule.ctor.prefix()) else {
            // No constructors: `False.rec`, `Empty.rec`.
            return Ok(true);
        };
        if let Some(known) = self.propositions.get(&ctor) {
            return Ok(*known);
        }
        let Some(info) = self.m.inductive_val(ctor) else { return Ok(false) };
        let mut ty = info.cval.ty;
        while let Node::Pi(_, _, body) = self.m.st.node(ty) {
            ty = body;
        }
        let is_prop = matches!(self.m.st.node(ty), Node::Sort(l) if self.m.level_is_zero(l));
        self.propositions.insert(ctor, is_prop);
        Ok(is_prop)
    }

    /// A constant applied to arguments.
    pub(super) fn call(&mut self, n: &str, args: &[Thunk]) -> Result<Value> {
        let stack = args.iter().rev().copied().collect();
        with_stack(|| self.run(Next::Const(Name::new(n)), stack))
    }

    // ---- data ----

    /// A natural number.
    pub(super) fn nat(&mut self, t: Thunk) -> Result<Rc<BigUint>> {
        match self.force(t)? {
            Value::Nat(n) => Ok(n),
            _ => Err(Error::msg("internal: a natural number was expected")),
        }
    }

    /// A floating-point number.
    pub(super) fn float(&mut self, t: Thunk) -> Result<f64> {
        match self.force(t)? {
            Value::Float(x) => Ok(x),
            // The default value of the type.
            _ => Ok(0.0),
        }
    }

    /// The constructor of a value and its fields.
    pub(crate) fn parts(&mut self, t: Thunk) -> Result<(Name, Rc<[Thunk]>)> {
        let v = self.force(t)?;
        match self.opened(v)? {
            Value::Ctor(n, fields) => Ok((n, fields)),
            _ => Err(Error::msg("internal: data was expected")),
        }
    }

    /// The elements of a list.
    pub(crate) fn list(&mut self, t: Thunk) -> Result<Vec<Thunk>> {
        let mut out = Vec::new();
        let mut at = t;
        loop {
            self.m.tick()?;
            let (n, fields) = self.parts(at)?;
            match &fields[..] {
                [head, tail] if n.as_str() == "List.cons" => {
                    out.push(*head);
                    at = *tail;
                }
                _ => return Ok(out),
            }
        }
    }

    /// A character.
    pub(super) fn char(&mut self, t: Thunk) -> Result<char> {
        let (_, fields) = self.parts(t)?;
        let code = match fields.first() {
            Some(c) => self.nat(*c)?,
            None => return Err(Error::msg("internal: a character was expected")),
        };
        Ok(u32::try_from(&*code).ok().and_then(char::from_u32).unwrap_or('\0'))
    }

    /// A string.
    ///
    /// # Errors
    /// As [`eval`](Evaluator::eval).
    pub fn string(&mut self, t: Thunk) -> Result<Rc<str>> {
        match self.force(t)? {
            Value::Str(s) => Ok(s),
            Value::Ctor(n, fields) if n.as_str() == "String.ofList" && fields.len() == 1 => {
                let chars = self.list(fields[0])?;
                let text = chars.iter().map(|c| self.char(*c)).collect::<Result<String>>()?;
                let text: Rc<str> = text.into();
                self.thunks[t.0 as usize] = State::Done(Value::Str(text.clone()));
                Ok(text)
            }
            _ => Err(Error::msg("internal: a string was expected")),
        }
    }
}

fn partial(n: Name, stack: &mut Vec<Thunk>) -> Value {
    let mut args = std::mem::take(stack);
    args.reverse();
    Value::Partial(n, args.into())
}

/// The first `n` arguments.
fn take(stack: &mut Vec<Thunk>, n: usize) -> Vec<Thunk> {
    let mut args = stack.split_off(stack.len() - n);
    args.reverse();
    args
}
