//! Pages about instruments and rules.

use super::scenes::Scene;
use crate::interface::{Bench, rows};

/// All of them.
pub fn all() -> Vec<Scene> {
    vec![
        ("explanation", |bench| opened(bench)),
        ("explanation-end", |bench| opened(bench).press("End Tab")),
        ("explanation-followed", |bench| opened(bench).press("Tab Enter")),
        ("explanation-over-a-field", |bench| bench.arrive(&rows()).press("n").type_in("Gebeld met het CAK").press("F1")),
        ("explanations", |bench| bench.arrive(&rows()).press("g ?")),
        ("palette-explanation", |bench| bench.arrive(&rows()).press(":").type_in("moratorium")),
        ("help-explanation", |bench| bench.arrive(&rows()).press("?").type_in("287b")),
    ]
}

fn opened(bench: &mut Bench) -> &mut Bench {
    bench.arrive(&rows()).press(":").type_in("help time-out").press("Enter")
}
