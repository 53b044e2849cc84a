//! One state with 64 candidates, and 16 such states together, through a network of the size that the project trains:
//! `RAYON_NUM_THREADS=1 cargo bench -p turnstile-network`.

use candle_core::Device;
use criterion::{Criterion, criterion_group, criterion_main};
use std::hint::black_box;
use turnstile_network::{Argument, Candidate, Config, Model, Network, State, Vocabulary};

fn state() -> State {
    let mut tokens = vec!["⊢".to_owned()];
    while tokens.len() < 100 {
        tokens.extend(["(", "'Nat.add", "h0", "h1", ")"].map(str::to_owned));
    }
    let candidate = |i: usize| Candidate {
        template: "Rewrite".to_owned(),
        arguments: vec![
            Argument::Tokens(vec!["'Nat.add_comm".to_owned()]),
            Argument::Hypothesis(i as u32 % 2),
        ],
        prior: -1.0,
    };
    State { tokens, hypotheses: vec![Some(4), Some(5)], candidates: (0..64).map(candidate).collect() }
}

fn network(c: &mut Criterion) {
    let names = ["'Nat.add", "'Nat.add_comm"];
    let vocabulary = Vocabulary::learn(names.into_iter(), ["Rewrite"].into_iter(), 1, 4000);
    let config = Config::small(vocabulary.len(), vocabulary.templates());
    let model = Model::random(config, 1, &Device::Cpu).expect("a network");
    let network = Network::new(config, vocabulary, model.tensors(), &Device::Cpu).expect("a network");
    let state = state();
    for n in [1usize, 16] {
        let states = vec![&state; n];
        c.bench_function(&format!("{n} states of 64 candidates"), |b| {
            b.iter(|| black_box(network.score(&states).expect("scores")));
        });
    }
}

criterion_group!(benches, network);
criterion_main!(benches);
