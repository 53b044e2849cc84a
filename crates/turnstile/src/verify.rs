//! The final check: the finished declaration is parsed, elaborated and type-checked from nothing, by two kernels if that is
//! asked for.

use crate::settings::{Kernel, Settings};
use std::rc::Rc;
use turnstile_elab::Severity;
use turnstile_elab::command::{DeclRecord, elab_single};
use turnstile_kernel::{Frozen, Store, axioms_of};
use turnstile_tactic::TacticEval;

/// Checks `text`, the declaration of `record` with its proof put in. Returns the axioms the proof rests on.
///
/// # Errors
/// Why it does not count as a proof.
pub fn verify(
    terms: &Frozen,
    record: &DeclRecord,
    text: &str,
    settings: &Settings,
) -> Result<Vec<String>, String> {
    let st = Rc::new(Store::over(terms));
    let tactics = Rc::new(TacticEval);
    let single = elab_single(&st, &record.env_before, &record.scope_before, Some(tactics), text);
    if let Some(m) = single.messages.iter().find(|m| m.severity == Severity::Error) {
        return Err(m.text.clone());
    }
    let Some(checked) = single.record else { return Err("the text is not one declaration".to_owned()) };
    if !checked.ok || !checked.sorries.is_empty() {
        return Err("the proof is not complete".to_owned());
    }
    match (checked.statement, record.statement) {
        (Some(a), Some(b)) if st.alpha_eq(a, b) && checked.level_params == record.level_params => {}
        _ => return Err("the statement that was proved is not the one that was given".to_owned()),
    }
    let axioms: Vec<String> =
        axioms_of(&checked.env_after.kernel, &st, checked.name).iter().map(ToString::to_string).collect();
    if let Some(a) = axioms.iter().find(|a| !settings.axioms.contains(a)) {
        return Err(format!("the proof rests on the axiom '{a}', which is not allowed"));
    }
    if settings.kernel == Kernel::Reference {
        let mut reference = turnstile_reference::Environment::new();
        let confirmed = reference.confirm_constant(&checked.env_after.kernel, &st, checked.name);
        confirmed.map_err(|doubt| doubt.to_string())?;
    }
    Ok(axioms)
}
