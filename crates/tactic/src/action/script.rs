//! Proof scripts: the text of actions, put together with Lean's structure and indentation.

use turnstile_elab::{Meta, Piece};
use turnstile_kernel::MVarId;

/// The text of one action.
#[derive(Clone)]
pub struct ScriptStep {
    /// The tactic, terms still to be printed: they may hold holes that later steps fill.
    pub head: Vec<Piece>,
    /// The goal it was applied to: terms are printed in its context.
    pub goal: MVarId,
    /// `induction … with` style alternatives, one for each goal it leaves; otherwise goals become bullets.
    pub alts: Option<Vec<String>>,
    /// Lines to be put before the proof of each goal it leaves; empty where there are none.
    pub prefixes: Vec<Vec<String>>,
}

/// A step and the proofs of the goals it leaves, in order.
pub struct Block {
    /// The step.
    pub step: ScriptStep,
    /// The rest.
    pub children: Vec<Block>,
}

/// The script as lines, without indentation of the whole. `m` holds the finished metavariable assignment.
pub fn render(m: &mut Meta, block: &Block) -> Vec<String> {
    let mut out = Vec::new();
    write(m, block, &mut out, 0);
    out
}

fn write(m: &mut Meta, block: &Block, out: &mut Vec<String>, indent: usize) {
    let mut block = block;
    loop {
        let head = head_text(m, &block.step);
        let pad = " ".repeat(indent);
        if let Some(alts) = &block.step.alts {
            out.push(format!("{pad}{head}"));
            for (alt, child) in alts.iter().zip(&block.children) {
                let mut body = Vec::new();
                write(m, child, &mut body, indent + 2);
                if let [one] = body.as_slice()
                    && one.trim().len() + alt.len() < 80
                {
                    out.push(format!("{pad}| {alt} => {}", one.trim_start()));
                } else {
                    out.push(format!("{pad}| {alt} =>"));
                    out.extend(body);
                }
            }
            return;
        }
        for (i, line) in head.lines().enumerate() {
            // A tactic over several lines keeps its own inner indentation.
            out.push(if i == 0 { format!("{pad}{line}") } else { format!("{pad}  {line}") });
        }
        let prefix = |i: usize| block.step.prefixes.get(i).map_or(&[][..], Vec::as_slice);
        match block.children.as_slice() {
            [] => return,
            [one] => {
                out.extend(prefix(0).iter().map(|l| format!("{pad}{l}")));
                block = one;
            }
            many => {
                for (i, child) in many.iter().enumerate() {
                    let mut body: Vec<String> = prefix(i).iter().map(|l| format!("{pad}  {l}")).collect();
                    write(m, child, &mut body, indent + 2);
                    if let Some(first) = body.first_mut() {
                        *first = format!("{pad}· {}", first.trim_start());
                    }
                    out.extend(body);
                }
                return;
            }
        }
    }
}

fn head_text(m: &mut Meta, step: &ScriptStep) -> String {
    let lctx = m.mctx.decl(step.goal).map(|d| d.lctx.clone()).unwrap_or_default();
    m.with_lctx(lctx, |m| {
        let mut s = String::new();
        for p in &step.head {
            match p {
                Piece::Text(t) => s.push_str(t),
                Piece::Expr(e) => {
                    let e = m.instantiate(*e);
                    s.push_str(&m.pp(e));
                }
                Piece::Name(n) => s.push_str(&n.to_string()),
                // Pieces of messages only.
                Piece::Level(_)
                | Piece::Goal(_)
                | Piece::HasTypeBut { .. }
                | Piece::ExplicitConst(_)
                | Piece::Inline(_) => {}
            }
        }
        s
    })
}
