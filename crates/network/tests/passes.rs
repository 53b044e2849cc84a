//! The two forward passes agree, every weight learns, and a network learns what there is to learn.

use candle_core::Device;
use turnstile_network::{
    Argument, Batch, Candidate, Config, Example, Model, Network, State, TrainSettings, Vocabulary, train,
};

fn words(text: &str) -> Vec<String> {
    text.split_whitespace().map(str::to_owned).collect()
}

fn state(n: usize) -> State {
    let candidate =
        |template: &str, arguments| Candidate { template: template.to_owned(), arguments, prior: -1.0 };
    let mut candidates = vec![
        candidate("Rfl", vec![]),
        candidate("Induction", vec![Argument::Hypothesis(0)]),
        candidate("Rewrite", vec![Argument::Tokens(words("'Nat.add_comm")), Argument::Hypothesis(1)]),
    ];
    candidates.truncate(3 - n % 2);
    State {
        tokens: words(if n.is_multiple_of(2) {
            "⊢ ( 'Eq ( 'Nat.add h0 0 ) h0 ) h0 : 'Nat h1 : ( 'Eq h0 0 )"
        } else {
            "⊢ ( 'Eq h0 h0 ) h0 : 'Nat"
        }),
        hypotheses: if n.is_multiple_of(2) { vec![Some(10), Some(13)] } else { vec![Some(5)] },
        candidates,
    }
}

fn vocabulary() -> Vocabulary {
    let tokens: Vec<String> = (0..2).flat_map(|n| state(n).tokens).chain(words("'Nat.add_comm")).collect();
    Vocabulary::learn(tokens.iter().map(String::as_str), ["Rfl", "Induction"].into_iter(), 1, 1000)
}

fn model(seed: u64) -> (Model, Vocabulary) {
    let v = vocabulary();
    let config = Config {
        width: 32,
        layers: 2,
        heads: 4,
        inner: 64,
        positions: 48,
        ..Config::small(v.len(), v.templates())
    };
    (Model::random(config, seed, &Device::Cpu).expect("a small network"), v)
}

#[test]
fn the_stock_pass_and_ours_agree() {
    for seed in 0..3 {
        let (model, v) = model(seed);
        let states: Vec<State> = (0..4).map(state).collect();
        let states: Vec<&State> = states.iter().collect();
        let batch = Batch::new(&states, &v, &model.config, &Device::Cpu).expect("a batch");
        let network = Network::new(model.config, v, model.tensors(), &Device::Cpu).expect("all weights");
        let (ours, stock) = (model.forward(&batch).expect("ours"), network.forward(&batch).expect("stock"));
        let far = |a: &candle_core::Tensor, b: &candle_core::Tensor| {
            let d =
                (a - b).and_then(|d| d.abs()).and_then(|d| d.max_all()).and_then(|d| d.to_scalar::<f32>());
            d.expect("the same shape")
        };
        assert!(far(&ours.scores, &stock.scores) < 1e-5);
        assert!(far(&ours.value.flatten_all().expect("2"), &stock.value.flatten_all().expect("2")) < 1e-5);
    }
}

#[test]
fn every_variable_receives_a_gradient() {
    let (model, v) = model(1);
    let states: Vec<State> = (0..4).map(state).collect();
    let states: Vec<&State> = states.iter().collect();
    let batch = Batch::new(&states, &v, &model.config, &Device::Cpu).expect("a batch");
    let out = model.forward(&batch).expect("a pass");
    // A loss that is not the same for all candidates, and not flat.
    let weights = candle_core::Tensor::arange(1f32, 1.0 + out.scores.dims()[0] as f32, &Device::Cpu);
    let loss = (out.scores.sqr().expect("") * weights.expect("")).expect("").sum_all().expect("");
    let loss = (loss + out.value.sqr().expect("").sum_all().expect("")).expect("");
    let grads = loss.backward().expect("gradients");
    for (name, var) in &model.vars {
        let g = grads.get(var).unwrap_or_else(|| panic!("{name} has no gradient"));
        let size = g.abs().and_then(|g| g.max_all()).and_then(|g| g.to_scalar::<f32>()).expect("a number");
        if name.ends_with("self.key.bias") {
            // It adds the same to all weights of a row, which the softmax takes away again.
            assert!(size < 1e-4, "{name}: {size}");
        } else {
            assert!(size > 1e-12, "{name} has a gradient of zero");
        }
    }
}

fn examples() -> Vec<Example> {
    let example = |i: usize| {
        let state = state(i);
        let right = if i.is_multiple_of(2) { 1 } else { 0 };
        let targets = (0..state.candidates.len()).map(|c| if c == right { 1.0 } else { 0.0 }).collect();
        let ignored = vec![false; state.candidates.len()];
        Example { theorem: format!("t{i}"), state, targets, ignored, solved: true, steps: 1.0 }
    };
    (0..48).map(example).collect()
}

#[test]
fn training_learns_and_a_stopped_training_goes_on() {
    let folder = |name: &str| {
        let path = std::env::temp_dir().join(format!("turnstile-train-{}-{name}", std::process::id()));
        let _ = std::fs::remove_dir_all(&path);
        path
    };
    let settings = TrainSettings { epochs: 8, batch: 8, rate: 2e-3, held_out: 4, ..TrainSettings::default() };
    let (whole, parts) = (folder("whole"), folder("parts"));
    let device = Device::Cpu;
    let all = train(&examples(), &whole, &settings, false, &device, &mut |_| true).expect("trains");
    assert!(all.epochs.last().expect("passes").held_out < 0.3, "{all:?}");
    assert!(all.epochs.last().expect("passes").top1 > all.prior_top1, "{all:?}");
    // Stopped in the second pass, and gone on from the end of the first.
    let mut steps = 0;
    let stopped = train(&examples(), &parts, &settings, false, &device, &mut |p| {
        steps = p.steps[0];
        p.steps[0] < 7
    });
    assert!(stopped.is_err() && steps == 7);
    let again = train(&examples(), &parts, &settings, true, &device, &mut |_| true).expect("goes on");
    let losses = |s: &turnstile_network::Summary| s.epochs.iter().map(|e| e.held_out).collect::<Vec<_>>();
    for (a, b) in losses(&all).iter().zip(losses(&again)) {
        assert!((a - b).abs() < 1e-6, "{all:?} {again:?}");
    }
    let read = |f: &str| std::fs::read(whole.join(f)).expect("written");
    let (description, weights) = (read("network.json"), read("weights.safetensors"));
    assert!(turnstile_network::read_network(&description, &weights, &device).is_ok());
    let foreign = String::from_utf8_lossy(&description).replace("\"layers\":4", "\"layers\":5");
    let cases: [(&[u8], &[u8], &str); 4] = [
        (&description, &weights[..weights.len() / 2], "not a safetensors file"),
        (foreign.as_bytes(), &weights, "is missing"),
        (b"{}", &weights, "description"),
        (&description, b"hello", "not a safetensors file"),
    ];
    for (d, w, why) in cases {
        let error = turnstile_network::read_network(d, w, &device).expect_err(why).to_string();
        assert!(error.contains(why), "{error}");
    }
}
