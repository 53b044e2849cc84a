//! Proofs as short as they can be: steps and lemmas that are not needed are left out, a simple tactic closes what several
//! did, equal endings are written once. Every change is tried, and stays only if the proof is still accepted
//! (delta debugging: Zeller, Hildebrandt, *Simplifying and isolating failure-inducing input*, TSE 2002).

use super::script::{Change, Script, cost, names_in_lists, squeezable};
use std::collections::BTreeSet;
use turnstile_syntax::{
    AltRhs, NotationTable, RewriteKind, SimpArgKind, Tactic, TacticKind, TacticSeq, TermKind,
};

/// What a proof that was accepted said: the text of its messages.
pub(crate) type Verdict = Option<Vec<String>>;

/// Longer lists of what `simp` used are not written out where `simp` ends a proof.
const LONG_LIST: usize = 8;
/// A line of a script may be so long.
const WIDTH: usize = 90;

/// Works on one script.
pub(crate) struct Minimiser<'a> {
    notations: &'a NotationTable,
    accepts: &'a mut dyn FnMut(&str) -> Verdict,
    /// Trials that may still be made.
    left: u32,
    tried: BTreeSet<String>,
    /// Every version that was accepted, the best last.
    versions: Vec<String>,
}

/// Makes a script that is accepted shorter, with so many trials. Gives every version that was accepted: the first is the
/// script itself, the last the best. Names that begin with one of `prefixes` are written without it where they can be.
pub(crate) fn minimise(
    script: &str,
    notations: &NotationTable,
    prefixes: &[String],
    trials: u32,
    accepts: &mut dyn FnMut(&str) -> Verdict,
) -> Vec<String> {
    let versions = vec![script.to_owned()];
    let mut work = Minimiser { notations, accepts, left: trials, tried: BTreeSet::new(), versions };
    while work.drop_one(false) {}
    while work.close_one_early() {}
    while work.drop_one(false) {}
    while work.merge_one() {}
    work.name_what_is_used();
    while work.drop_one_from_a_list() {}
    // What only the simp set or a long list made necessary may go now.
    while work.drop_one(false) {}
    while work.cases_for_induction() {}
    while work.drop_one(true) {}
    for prefix in prefixes {
        work.shorten_names(prefix);
    }
    work.join_lines();
    work.versions
}

impl Minimiser<'_> {
    fn best(&self) -> String {
        self.versions.last().cloned().unwrap_or_default()
    }

    fn run(&mut self, text: &str) -> Verdict {
        self.left = self.left.checked_sub(1)?;
        (self.accepts)(text)
    }

    /// Takes `text` for the best, if it is shorter and accepted.
    fn try_shorter(&mut self, text: String) -> bool {
        cost(&text) < cost(&self.best()) && self.try_text(text)
    }

    fn try_text(&mut self, text: String) -> bool {
        if !self.tried.insert(text.clone()) || self.run(&text).is_none() {
            return false;
        }
        self.versions.push(text);
        true
    }

    /// Leaves out one tactic, the longest first: lemmas go before the steps that might have needed them. Whether also tactics
    /// that only give names, without which the rest of a proof has nothing to talk about.
    fn drop_one(&mut self, names: bool) -> bool {
        let text = self.best();
        let Some(script) = Script::read(&text, self.notations) else { return false };
        let mut changes: Vec<Change> = Vec::new();
        for block in &script.blocks {
            for (i, t) in block.tactics.iter().enumerate() {
                let gives_names = matches!(t.kind, TacticKind::Intro(_) | TacticKind::RenameI(_));
                if gives_names == names {
                    changes.extend(script.without(block, i));
                }
            }
        }
        // `a <;> b` without `a`.
        for t in script.tactics() {
            if let (TacticKind::AndThen(a, b), false) = (&t.kind, names) {
                changes.push(Change::new(a.span.start..b.span.start, ""));
            }
        }
        changes.sort_by_key(|c| (std::cmp::Reverse(c.span.len()), c.span.start));
        changes.into_iter().any(|c| self.try_shorter(script.changed(&[c])))
    }

    /// Lets one simple tactic do what the end of a block does, the longest ends first.
    fn close_one_early(&mut self) -> bool {
        let text = self.best();
        let Some(script) = Script::read(&text, self.notations) else { return false };
        let mut ends: Vec<(usize, &TacticSeq, usize)> = Vec::new();
        for block in &script.blocks {
            for (i, t) in block.tactics.iter().enumerate() {
                let several = i + 1 < block.tactics.len()
                    || script.of(t).lines().count() > 1
                    || matches!(t.kind, TacticKind::AndThen(..) | TacticKind::Simp { .. });
                // A branch is closed in its own block, so that its bullet stays.
                let stays =
                    matches!(t.kind, TacticKind::Intro(_) | TacticKind::RenameI(_) | TacticKind::Bullet(_));
                if several && !stays {
                    ends.push((block.span.end.saturating_sub(t.span.start), block, i));
                }
            }
        }
        ends.sort_by_key(|(length, block, _)| (std::cmp::Reverse(*length), block.span.start));
        for (_, block, i) in ends {
            let Some(first) = block.tactics.get(i) else { continue };
            let single = i + 1 == block.tactics.len() && matches!(first.kind, TacticKind::Simp { .. });
            let mut closers = closers(&script, first.span.start..block.span.end, single);
            if matches!(block.tactics.get(i + 1).map(|t| &t.kind), Some(TacticKind::Bullet(_))) {
                closers.extend(branch_closers(&script, block, i));
            }
            for closer in closers {
                let change = script.closed_early(block, i, &closer);
                if change.is_some_and(|c| self.try_shorter(script.changed(&[c]))) {
                    return true;
                }
            }
        }
        false
    }

    /// Where no induction hypothesis is used, a case distinction will do.
    fn cases_for_induction(&mut self) -> bool {
        let text = self.best();
        let Some(script) = Script::read(&text, self.notations) else { return false };
        script.tactics().iter().any(|t| {
            let TacticKind::Induction { generalizing, alts: Some(alts), .. } = &t.kind else { return false };
            if !generalizing.is_empty() || !script.of(t).starts_with("induction ") {
                return false;
            }
            let start = t.span.start;
            let mut changes = vec![Change::new(start..start + "induction".len(), "cases")];
            for lhs in alts.alts.iter().flat_map(|a| &a.lhs) {
                let mut end = lhs.name.span().end;
                for var in &lhs.vars {
                    let span = var.span();
                    let name = text.get(span.start..span.end).unwrap_or("");
                    if name == "ih" || name.ends_with("_ih") || name.starts_with("ih_") {
                        changes.push(Change::new(end..span.end, ""));
                    }
                    end = span.end;
                }
            }
            changes.len() > 1 && self.try_shorter(script.changed(&changes))
        })
    }

    /// Names without a prefix that is in scope: all at once, or else one after another.
    fn shorten_names(&mut self, prefix: &str) {
        let text = self.best();
        let full: BTreeSet<&str> = words(&text)
            .map(|r| &text[r])
            .filter(|w| w.strip_prefix(prefix).is_some_and(|rest| !rest.is_empty()))
            .collect();
        if full.is_empty() || self.try_text(without_prefix(&text, prefix, |_| true)) {
            return;
        }
        for name in full {
            let best = self.best();
            self.try_text(without_prefix(&best, prefix, |w| w == name));
        }
    }

    fn merge_one(&mut self) -> bool {
        let text = self.best();
        let Some(script) = Script::read(&text, self.notations) else { return false };
        let mut changes: Vec<Change> = Vec::new();
        for block in &script.blocks {
            changes.extend(block.tactics.windows(2).filter_map(|pair| merged_pair(&script, pair)));
            changes.extend(merged_branches(&script, block));
        }
        changes.into_iter().any(|c| self.try_shorter(script.changed(&[c])))
    }

    /// `simp` becomes `simp only` with what it used, so that the proof does not change its meaning with the simp set.
    fn name_what_is_used(&mut self) {
        let mut done = 0;
        loop {
            let text = self.best();
            let Some(script) = Script::read(&text, self.notations) else { return };
            let calls: Vec<Tactic> =
                script.tactics().into_iter().filter(|t| squeezable(t).is_some()).collect();
            let Some(call) = calls.get(done) else { return };
            let written = script.of(call);
            let squeezed = squeezable(call).and_then(|name| {
                let rest = written.strip_prefix(name)?;
                let question =
                    script.changed(&[Change::new(call.span.start..call.span.end, format!("{name}?{rest}"))]);
                let said = self.run(&question)?;
                let list = union_of_suggestions(name, &said)?;
                let is_last =
                    script.blocks.iter().any(|b| b.tactics.last().is_some_and(|t| t.span == call.span));
                let at = rest.rfind(" at ").filter(|i| rest.rfind(']').is_none_or(|j| j < *i));
                let at = at.map_or("", |i| &rest[i..]);
                let text = if list.is_empty() {
                    format!("{name} only{at}")
                } else {
                    format!("{name} only [{}]{at}", list.join(", "))
                };
                (list.len() <= LONG_LIST || !is_last).then_some(text)
            });
            let new = squeezed.map(|s| script.changed(&[Change::new(call.span.start..call.span.end, s)]));
            if !new.is_some_and(|new| self.try_text(new)) {
                done += 1;
            }
        }
    }

    /// Leaves out one entry of the list of a `simp`.
    fn drop_one_from_a_list(&mut self) -> bool {
        let text = self.best();
        let Some(script) = Script::read(&text, self.notations) else { return false };
        for t in script.tactics() {
            let TacticKind::Simp { args: Some(args), .. } = &t.kind else { continue };
            let written = script.of(&t);
            let Some(open) = written.find('[') else { continue };
            let open = t.span.start + open;
            let entries: Vec<&str> = args.iter().filter_map(|a| text.get(a.span.start..a.span.end)).collect();
            let Some(last) = args.last() else { continue };
            let Some(close) = text.get(last.span.end..).and_then(|rest| rest.find(']')) else { continue };
            let close = last.span.end + close + 1;
            for (i, a) in args.iter().enumerate() {
                if matches!(a.kind, SimpArgKind::Erase(_)) {
                    continue;
                }
                let rest: Vec<&str> =
                    entries.iter().enumerate().filter(|(j, _)| *j != i).map(|(_, e)| *e).collect();
                let blank = usize::from(text[..open].ends_with(' '));
                let change = if rest.is_empty() {
                    Change::new(open - blank..close, "")
                } else {
                    Change::new(open..close, format!("[{}]", rest.join(", ")))
                };
                if self.try_shorter(script.changed(&[change])) {
                    return true;
                }
            }
        }
        false
    }

    /// An alternative that became one short tactic goes on the line of its case.
    fn join_lines(&mut self) {
        let text = self.best();
        let Some(script) = Script::read(&text, self.notations) else { return };
        let mut changes: Vec<Change> = Vec::new();
        for t in script.tactics() {
            let (TacticKind::Cases { alts: Some(alts), .. } | TacticKind::Induction { alts: Some(alts), .. }) =
                &t.kind
            else {
                continue;
            };
            for alt in &alts.alts {
                let Some(AltRhs::Tactics(seq)) = &alt.rhs else { continue };
                let [only] = seq.tactics.as_slice() else { continue };
                let (head, body) = (text.get(alt.span.start..seq.span.start).unwrap_or(""), script.of(only));
                let fits = head.trim_end().chars().count() + body.chars().count() < WIDTH;
                if fits && head.contains('\n') && !body.contains('\n') {
                    let blanks = head.len() - head.trim_end().len();
                    changes.push(Change::new(seq.span.start - blanks..seq.span.start, " "));
                }
            }
        }
        if !changes.is_empty() {
            self.left += 1;
            self.try_text(script.changed(&changes));
        }
    }
}

/// Tactics that may close the goal a part of a script closes, the cheapest first.
fn closers(script: &Script<'_>, part: std::ops::Range<usize>, single: bool) -> Vec<String> {
    let text = script.text.get(part.clone()).unwrap_or("");
    if single {
        return vec!["rfl".to_owned()];
    }
    let mut out: Vec<String> = ["rfl", "omega", "simp"].map(str::to_owned).into();
    let names = names_in_lists(script, part);
    if !names.is_empty() {
        out.push(format!("simp [{}]", names.join(", ")));
    }
    // It works in all hypotheses at once and can take long: only where it was at work before, or for much.
    if text.contains("simp_all") || text.lines().count() > 3 {
        out.push("simp_all".to_owned());
        if !names.is_empty() {
            out.push(format!("simp_all [{}]", names.join(", ")));
        }
    }
    out.retain(|closer| cost(closer) < cost(text));
    out
}

/// What may close all branches that a tactic of a block leaves, put behind it.
fn branch_closers(script: &Script<'_>, block: &TacticSeq, i: usize) -> Vec<String> {
    let Some(t) = block.tactics.get(i) else { return vec![] };
    let (head, part) = (script.of(t), t.span.end..block.span.end);
    let names = names_in_lists(script, part.clone());
    let list = |star: bool| {
        let names = names.iter().map(String::as_str);
        star.then_some("*").into_iter().chain(names).collect::<Vec<_>>().join(", ")
    };
    let mut out: Vec<String> = ["rfl", "omega"].map(str::to_owned).into();
    out.extend([format!("simp [{}]", list(true)), "simp_all".to_owned()]);
    if !names.is_empty() {
        out.push(format!("simp_all [{}]", list(false)));
    }
    let cost_now = cost(script.text.get(t.span.start..block.span.end).unwrap_or(""));
    let all = out.into_iter().map(|closer| format!("{head} <;> {closer}"));
    all.filter(|text| !text.contains('\n') && cost(text) < cost_now).collect()
}

/// The places of the words of a text: names with their dots.
fn words(text: &str) -> impl Iterator<Item = std::ops::Range<usize>> {
    let part = |c: char| c.is_alphanumeric() || matches!(c, '_' | '\'' | '.' | '!' | '?');
    let mut at = 0;
    std::iter::from_fn(move || {
        let rest = &text[at..];
        let start = at + rest.find(part)?;
        let end = text[start..].find(|c| !part(c)).map_or(text.len(), |i| start + i);
        at = end;
        Some(start..end)
    })
}

/// The text with `prefix` taken from those words that begin with it and are chosen.
fn without_prefix(text: &str, prefix: &str, chosen: impl Fn(&str) -> bool) -> String {
    let mut out = String::with_capacity(text.len());
    let mut done = 0;
    for word in words(text) {
        let rest = text[word.clone()].strip_prefix(prefix).filter(|rest| !rest.is_empty());
        if let Some(rest) = rest.filter(|_| chosen(&text[word.clone()])) {
            out.push_str(&text[done..word.start]);
            out.push_str(rest);
            done = word.end;
        }
    }
    out.push_str(&text[done..]);
    out
}

/// `intro a; intro b` as `intro a b`, `rw [a]; rw [b]` as `rw [a, b]`, `apply f; exact a` as `exact f a`.
fn merged_pair(script: &Script<'_>, pair: &[Tactic]) -> Option<Change> {
    let [a, b] = pair else { return None };
    let span = a.span.start..b.span.end;
    let (first, second) = (script.of(a), script.of(b));
    match (&a.kind, &b.kind) {
        (TacticKind::Intro(xs), TacticKind::Intro(ys)) if !xs.is_empty() && !ys.is_empty() => {
            Some(Change::new(span, format!("{first}{}", second.strip_prefix("intro")?)))
        }
        (
            TacticKind::Rewrite { kind: RewriteKind::Rw, config: c, location: l, .. },
            TacticKind::Rewrite { kind: RewriteKind::Rw, config: d, location: k, .. },
        ) if c.is_empty() && d.is_empty() => {
            let place = |l: &Option<turnstile_syntax::Location>| {
                l.as_ref().and_then(|l| script.text.get(l.span.start..l.span.end)).unwrap_or("")
            };
            if place(l) != place(k) {
                return None;
            }
            let head = first.strip_suffix(place(l))?.trim_end().strip_suffix(']')?;
            let merged = format!("{head}, {}", second.strip_prefix("rw [")?);
            (merged.chars().count() < WIDTH).then(|| Change::new(span, merged))
        }
        (TacticKind::Apply(_), TacticKind::Exact(arg)) => {
            let f = first.strip_prefix("apply ")?;
            let arg_text = script.text.get(arg.span.start..arg.span.end)?;
            let atom = arg.as_ident().is_some()
                || matches!(arg.kind, TermKind::Paren(_) | TermKind::AnonCtor(_) | TermKind::Num(_));
            let arg_text = if atom { arg_text.to_owned() } else { format!("({arg_text})") };
            Some(Change::new(span, format!("exact {f} {arg_text}")))
        }
        _ => None,
    }
}

/// Branches that all end in the same way: `cases b with | true => rfl | false => rfl` as `cases b <;> rfl`, bullets likewise;
/// `constructor` with two `exact` as one `exact ⟨…⟩`.
fn merged_branches(script: &Script<'_>, block: &TacticSeq) -> Vec<Change> {
    let mut out = Vec::new();
    for (i, t) in block.tactics.iter().enumerate() {
        if let TacticKind::Cases { alts: Some(alts), .. } = &t.kind {
            let bodies: Option<Vec<&Tactic>> = alts
                .alts
                .iter()
                .map(|a| match &a.rhs {
                    Some(AltRhs::Tactics(s)) => single(s),
                    _ => None,
                })
                .collect();
            let head = script.text.get(t.span.start..alts.span.start).map(str::trim_end);
            if let (Some(bodies), Some(head)) = (bodies, head)
                && let Some(body) = all_the_same(script, &bodies)
            {
                out.push(Change::new(t.span.start..t.span.end, format!("{head} <;> {body}")));
            }
        }
        let bullets: Option<Vec<&Tactic>> = block.tactics[i + 1..]
            .iter()
            .map(|b| if let TacticKind::Bullet(s) = &b.kind { single(s) } else { None })
            .collect();
        let Some(bullets) = bullets.filter(|b| b.len() > 1) else { continue };
        let span = t.span.start..block.span.end;
        if let Some(body) = all_the_same(script, &bullets) {
            out.push(Change::new(span.clone(), format!("{} <;> {body}", script.of(t))));
        }
        let terms: Option<Vec<&str>> = bullets
            .iter()
            .map(|b| script.of(b).strip_prefix("exact ").filter(|e| !e.contains('\n')))
            .collect();
        if let (TacticKind::Constructor, Some(terms)) = (&t.kind, terms) {
            out.push(Change::new(span, format!("exact ⟨{}⟩", terms.join(", "))));
        }
    }
    out
}

fn single(s: &TacticSeq) -> Option<&Tactic> {
    if let [one] = s.tactics.as_slice() { Some(one) } else { None }
}

/// The text of the tactics, if it is one text, on one line.
fn all_the_same<'s>(script: &Script<'s>, tactics: &[&Tactic]) -> Option<&'s str> {
    let (first, rest) = tactics.split_first()?;
    let text = script.of(first);
    let same = !rest.is_empty() && rest.iter().all(|t| script.of(t) == text);
    (same && !text.contains('\n')).then_some(text)
}

/// The entries of all `Try this: NAME only […]`, each once.
fn union_of_suggestions(name: &str, messages: &[String]) -> Option<Vec<String>> {
    let mut list: Vec<String> = Vec::new();
    let mut any = false;
    for m in messages {
        let Some(rest) = m.strip_prefix("Try this: ").and_then(|m| m.strip_prefix(name)) else { continue };
        let Some(rest) = rest.strip_prefix(" only") else { continue };
        any = true;
        let Some(inside) = rest.strip_prefix(" [").and_then(|r| r.rfind(']').map(|i| &r[..i])) else {
            continue;
        };
        for entry in inside.split(", ").filter(|e| !e.is_empty()) {
            if !list.iter().any(|e| e == entry) {
                list.push(entry.to_owned());
            }
        }
    }
    any.then_some(list)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Minimises with a judge that wants every word of `needed` in this order, or a closer that it knows.
    fn minimised(script: &str, accepts: impl Fn(&str) -> bool) -> String {
        let table = NotationTable::default();
        let mut judge = |text: &str| accepts(text).then(Vec::new);
        minimise(script, &table, &["Ns.".to_owned()], 500, &mut judge).pop().expect("a version")
    }

    #[test]
    fn steps_that_nothing_needs_are_left_out() {
        let script = "have a : p := by\n  simp\n  rfl\nintro x\ncases x with\n| inl h =>\n  skip\n  exact f h\n| inr h => exact g h";
        let needed = ["intro x", "exact f h", "exact g h"];
        let accepts = |t: &str| needed.iter().all(|n| t.contains(n));
        let expected = "intro x\ncases x with\n| inl h => exact f h\n| inr h => exact g h";
        assert_eq!(minimised(script, accepts), expected);
    }

    #[test]
    fn one_tactic_does_what_several_did() {
        let script = "intro x y\ninduction x with\n| zero => rfl\n| succ n ih =>\n  rw [foo, ih]\n  rfl";
        assert_eq!(
            minimised(script, |t| t.starts_with("intro x y") && t.ends_with("omega")),
            "intro x y\nomega"
        );
        let by_names = |t: &str| t == script || t == "intro x y\nsimp [foo, ih]";
        assert_eq!(minimised(script, by_names), "intro x y\nsimp [foo, ih]");
    }

    #[test]
    fn what_is_done_in_every_branch_may_do_without_branches() {
        let script = "by_cases h : p <;> by_cases k : q <;> simp_all";
        assert_eq!(
            minimised(script, |t| t.ends_with("by_cases k : q <;> simp_all")),
            "by_cases k : q <;> simp_all"
        );
        assert_eq!(minimised(script, |t| t.ends_with("simp_all")), "simp_all");
    }

    #[test]
    fn neighbours_are_written_as_one() {
        let both = |t: &str| t.contains("rw [a, b]") || t.contains("rw [a]\nrw [b]");
        let joined = |t: &str| t.contains("intro x") && t.contains('y') && both(t);
        assert_eq!(minimised("intro x\nintro y\nrw [a]\nrw [b]", joined), "intro x y\nrw [a, b]");
    }

    #[test]
    fn equal_branches_are_written_once() {
        let script = "cases b with\n| true => exact fact x\n| false => exact fact x";
        assert_eq!(
            minimised(script, |t| t.contains("exact fact x") && t.contains("cases")),
            "cases b <;> exact fact x"
        );
        let script = "constructor\n· exact h.2\n· exact h.1";
        let parts = |t: &str| t.contains("h.2") && t.contains("h.1");
        let judge = |t: &str| parts(t) && (t.starts_with("constructor") || t.starts_with("exact ⟨"));
        assert_eq!(minimised(script, judge), "exact ⟨h.2, h.1⟩");
    }

    #[test]
    fn names_are_written_as_short_as_the_scope_allows() {
        let script = "simp [Ns.f, Ns.g.h, Other.Ns.f]";
        assert_eq!(minimised(script, |t| t.contains("f, g.h, Other")), "simp [f, g.h, Other.Ns.f]");
        let one = |t: &str| t.contains("Ns.f, g.h, O");
        assert_eq!(minimised(script, one), "simp [Ns.f, g.h, Other.Ns.f]");
    }

    #[test]
    fn an_induction_without_hypothesis_is_a_case_distinction() {
        let script = "induction n with\n| zero => exact a\n| succ n ih => exact b n";
        let expected = "cases n with\n| zero => exact a\n| succ n => exact b n";
        assert_eq!(minimised(script, |t| t.contains(" n with") && t.contains("b n")), expected);
    }

    #[test]
    fn what_simp_used_is_named() {
        let table = NotationTable::default();
        let mut judge = |text: &str| {
            let said = text.contains("simp?").then(|| "Try this: simp only [a, b] at h".to_owned());
            (text.contains("exact h") && text.contains("simp")).then(|| said.into_iter().collect())
        };
        let versions = minimise("simp [a, b, c] at h\nexact h", &table, &[], 500, &mut judge);
        assert_eq!(versions.last().map(String::as_str), Some("simp only at h\nexact h"));
        assert!(versions.contains(&"simp only [a, b] at h\nexact h".to_owned()), "{versions:?}");
    }

    #[test]
    fn what_is_equal_by_computing_needs_no_simplifier() {
        assert_eq!(
            minimised("cases b\n· simp [f]\n· simp [g]", |t| t.starts_with("cases b\n·")
                && t.ends_with("rfl\n· simp [g]")),
            "cases b\n· rfl\n· simp [g]"
        );
    }

    #[test]
    fn no_more_trials_than_allowed() {
        let mut trials = 0;
        let mut judge = |_: &str| {
            trials += 1;
            None
        };
        let script = "skip\nskip\nskip\nskip\nrfl";
        let versions = minimise(script, &NotationTable::default(), &[], 3, &mut judge);
        assert_eq!((versions.len(), trials), (1, 3));
    }
}
