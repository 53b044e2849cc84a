//! Having a finished proof checked by the kernel.

use turnstile_elab::{Error, Meta, Result};
use turnstile_kernel::{ConstantVal, Declaration, Expr, MVarId, Name};

/// Checks that the finished proof of `g`, a goal without hypotheses, is a proof of its target: adds it as a theorem to a copy
/// of the environment. `level_params` are the universe parameters of the statement.
///
/// # Errors
/// When holes are left or the kernel refuses the proof.
pub fn check_proof(m: &mut Meta, g: MVarId, level_params: &[Name]) -> Result<Expr> {
    let ty = crate::goal::target(m, g)?;
    let proof = m.instantiate(m.st.mvar(g));
    if m.st.has_mvar(proof) || m.st.has_mvar(ty) {
        return Err(m.error_at_term("the proof has holes", proof));
    }
    let name = Name::new("_check").num(0);
    let d = Declaration::Theorem(ConstantVal { name, level_params: level_params.into(), ty }, proof);
    let mut env = m.env.clone();
    env.kernel.add_decl(&m.st, &d).map_err(Error::from)?;
    Ok(proof)
}
