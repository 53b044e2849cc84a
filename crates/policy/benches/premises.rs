//! Premise selection among 100,000 statements over 6,000 symbols, some of which are frequent and most rare, as in a large
//! library: `cargo bench -p turnstile-policy`. One pass asks for one goal all that the search asks.

use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use std::sync::Arc;
use turnstile_elab::Env;
use turnstile_kernel::{Binder, Expr, Name, Store};
use turnstile_policy::PremiseIndex;
use turnstile_policy::premises::{Builder, Segment};

const STATEMENTS: usize = 100_000;
const SYMBOLS: u64 = 6_000;

/// A linear congruential generator (Knuth, MMIX): the benchmark is the same everywhere.
struct Random(u64);

impl Random {
    fn below(&mut self, n: u64) -> u64 {
        self.0 = self.0.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        (self.0 >> 33) % n
    }

    /// A symbol; number k is about 1/k as frequent as the first (Zipf).
    fn symbol(&mut self) -> u64 {
        let range = 1 + self.below(SYMBOLS);
        self.below(range)
    }
}

fn term(st: &Store, r: &mut Random, depth: u32, leaf: &dyn Fn(&Store, u64) -> Expr) -> Expr {
    if depth == 0 || r.below(4) == 0 {
        return leaf(st, r.below(4));
    }
    let symbol = r.symbol();
    let f = st.const0(&format!("c.s{symbol}"));
    let args: Vec<Expr> = (0..1 + symbol % 3).map(|_| term(st, r, depth - 1, leaf)).collect();
    st.apps(f, &args)
}

/// `∀ a b c d, l = r` or `∀ a b c d, p l r`
fn statement(st: &Store, r: &mut Random, leaf: &dyn Fn(&Store, u64) -> Expr) -> Expr {
    let (a, b) = (term(st, r, 3, leaf), term(st, r, 3, leaf));
    if r.below(2) == 0 {
        return st.apps(st.const_(Name::new("Eq"), &[st.l_one()]), &[st.const0("T"), a, b]);
    }
    st.apps(st.const0(&format!("p.s{}", r.symbol())), &[a, b])
}

fn segment(st: &Store, env: &Env) -> Segment {
    let mut r = Random(1);
    let mut builder = Builder::new(st, env);
    let ty = st.const0("T");
    for i in 0..STATEMENTS {
        let mut s = statement(st, &mut r, &|st, i| st.bvar(i as u32));
        for _ in 0..4 {
            s = st.pi(Binder::new(Name::new("x")), ty, s);
        }
        builder.add_statement(Name::new(&format!("theorem_{i}")), s, None);
    }
    builder.finish()
}

fn premises(c: &mut Criterion) {
    let (st, env) = (Store::new(), Env::default());
    let segment = Arc::new(segment(&st, &env));
    let index = PremiseIndex::default().with(segment);
    let variables: Vec<Expr> = (0..4).map(|_| st.fvar(st.fresh_fvar())).collect();
    let mut r = Random(2);
    let goals: Vec<Expr> = (0..200).map(|_| statement(&st, &mut r, &|_, i| variables[i as usize])).collect();
    let mut next = goals.iter().cycle().copied();
    c.bench_function("premises of a goal among 100,000", |b| {
        b.iter(|| {
            let goal = next.next().expect("goals without end");
            black_box(index.relevant(&st, &env, [goal], 48).best.len());
            black_box(index.applicable(&st, &env, goal).len());
            black_box(index.rewrites(&st, &env, goal).len())
        });
    });
}

criterion_group!(benches, premises);
criterion_main!(benches);
