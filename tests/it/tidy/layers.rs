//! Who may name whom: the table of `docs/architecture.md`, and the check of one source against it.

use super::paths::paths;

/// What the sources under one module may name.
pub struct Layer {
    /// The module, from the crate's root.
    pub at: &'static str,
    /// Which other parts of the crate it may name; its own always.
    pub may: &'static [&'static str],
    /// Which other crates it may name, if few; empty: any that is not refused.
    pub only_crates: &'static [&'static str],
    /// What it may never name, whatever `may` says.
    pub never: &'static [&'static str],
}

const WIRE_CRATES: &[&str] = &["serde", "serde_json", "chrono", "chrono_tz", "uuid", "unicode_normalization", "utoipa"];
/// The domain besides works out when something comes back.
const DOMAIN_CRATES: &[&str] =
    &["serde", "serde_json", "chrono", "chrono_tz", "rrule", "uuid", "unicode_normalization", "utoipa", "proptest"];
const EDGE: &[&str] =
    &["std::fs", "std::env", "std::net", "std::process", "std::thread", "tokio", "reqwest", "crossterm", "rustix"];

/// The table. The most particular module that fits a source counts.
pub const LAYERS: &[Layer] = &[
    Layer { at: "domain", may: &[], only_crates: DOMAIN_CRATES, never: EDGE },
    Layer { at: "api", may: &["domain"], only_crates: WIRE_CRATES, never: EDGE },
    Layer { at: "locale", may: &["domain"], only_crates: &["fluent_bundle"], never: EDGE },
    Layer {
        at: "explanation",
        may: &["domain", "locale"],
        only_crates: &["pulldown_cmark", "unicode_segmentation", "unicode_width"],
        never: EDGE,
    },
    Layer {
        at: "export",
        may: &["domain", "locale"],
        only_crates: &[
            "chrono",
            "uuid",
            "serde",
            "utoipa",
            "krilla",
            "qrcode",
            "rustybuzz",
            "unicode_segmentation",
            "unicode_width",
        ],
        never: EDGE,
    },
    Layer {
        at: "intake",
        may: &["domain", "api", "locale"],
        only_crates: &[],
        never: &["tokio", "reqwest", "crossterm", "sqlx", "axum"],
    },
    Layer {
        at: "index",
        may: &["domain"],
        only_crates: &["chrono", "uuid", "memchr", "fuzzy_matcher", "thiserror", "proptest"],
        // Threads it may have: a search of a large register is shared out among some that end before it answers.
        never: &["std::fs", "std::env", "std::net", "std::process", "tokio", "reqwest", "crossterm", "rustix"],
    },
    Layer {
        at: "client",
        may: &["api", "domain", "index", "locale"],
        only_crates: &[],
        never: &["axum", "sqlx", "ratatui", "crossterm", "clap"],
    },
    Layer {
        at: "tui::app",
        may: &["domain", "explanation", "api", "export", "locale", "client::replica"],
        only_crates: &[],
        never: &[
            "std::fs",
            "std::env",
            "std::net",
            "std::process",
            "std::thread",
            "tokio",
            "reqwest",
            "crossterm",
            "rustix",
            "axum",
            "sqlx",
            "crate::tui::view",
            "crate::tui::shell",
        ],
    },
    Layer {
        at: "tui::view",
        may: &["tui::app", "domain", "explanation", "api", "locale", "client::replica"],
        only_crates: &[],
        never: &[
            "std::fs",
            "std::env",
            "std::net",
            "std::process",
            "std::thread",
            "tokio",
            "reqwest",
            "crossterm",
            "rustix",
            "axum",
            "sqlx",
            "crate::tui::shell",
        ],
    },
    Layer {
        at: "tui::plain",
        may: &["tui::app", "tui::view", "domain", "explanation", "api", "locale", "client::replica"],
        only_crates: &[],
        never: &[
            "std::fs",
            "std::env",
            "std::net",
            "std::process",
            "std::thread",
            "tokio",
            "reqwest",
            "crossterm",
            "rustix",
            "axum",
            "sqlx",
            "crate::tui::shell",
        ],
    },
    Layer {
        at: "tui",
        may: &["api", "client", "domain", "explanation", "export", "locale"],
        only_crates: &[],
        never: &["axum", "sqlx"],
    },
    Layer {
        at: "server::routes",
        may: &["api", "domain", "export", "locale"],
        only_crates: &[],
        never: &["sqlx", "ratatui", "crossterm", "reqwest"],
    },
    Layer { at: "server::service", may: &["domain", "index"], only_crates: &[], never: &["axum", "sqlx", "crate::api"] },
    Layer { at: "server::store", may: &["domain"], only_crates: &[], never: &["axum", "crate::api"] },
    Layer { at: "server::audit", may: &["domain"], only_crates: &[], never: &["axum", "crate::api"] },
    // The one part of the server that asks another: the provider, for its keys.
    Layer {
        at: "server::identity",
        may: &["domain"],
        only_crates: &[],
        never: &["axum", "sqlx", "ratatui", "crossterm", "clap", "crate::api"],
    },
    Layer {
        at: "server",
        may: &["api", "domain", "export", "index", "locale"],
        only_crates: &[],
        never: &["ratatui", "crossterm", "reqwest", "clap"],
    },
    Layer {
        at: "demo",
        may: &["domain", "api"],
        only_crates: WIRE_CRATES,
        never: &["std::fs", "std::env", "std::net", "std::process", "std::thread"],
    },
    Layer {
        at: "cli",
        may: &["api", "client", "demo", "domain", "explanation", "export", "index", "intake", "locale", "server", "tui"],
        only_crates: &[],
        never: &["sqlx", "axum"],
    },
];

/// Parts of the crate that are pure: no clock, no random source.
pub const PURE: &[&str] =
    &["domain", "api", "explanation", "export", "index", "locale", "demo", "tui::app", "tui::view", "tui::plain"];

/// What is wrong with a source: what it names and may not.
pub fn faults(module: &[&str], source: &str, crates: &[String]) -> Vec<String> {
    let name = module.join("::");
    let Some(layer) = layer(&name) else { return vec![] };
    let mut faults = vec![];
    for path in paths(source, module) {
        if path.len() < 2 {
            continue;
        }
        let shown = path.join("::");
        if layer.never.iter().any(|never| is_under(&shown, never)) {
            faults.push(format!("{name} names {shown}"));
        } else if let Some(inner) = shown.strip_prefix("crate::") {
            // Items of the crate's root are of nobody in particular.
            let is_part = LAYERS.iter().any(|layer| inner.split("::").next() == layer.at.split("::").next());
            // Within the server only `never` counts.
            let own = if layer.at.starts_with("server::") { "server" } else { layer.at };
            if is_part && !is_under(inner, own) && !layer.may.iter().any(|may| is_under(inner, may)) {
                faults.push(format!("{name} names {shown}"));
            }
        } else if !layer.only_crates.is_empty() && crates.contains(&path[0]) && !layer.only_crates.contains(&path[0].as_str()) {
            faults.push(format!("{name} names {shown}"));
        }
        if path.last().is_some_and(|last| last == "now") && PURE.iter().any(|pure| is_under(&name, pure)) {
            faults.push(format!("{name} reads a clock: {shown}"));
        }
    }
    faults.sort();
    faults.dedup();
    faults
}

fn layer(module: &str) -> Option<&'static Layer> {
    LAYERS.iter().filter(|layer| is_under(module, layer.at)).max_by_key(|layer| layer.at.len())
}

fn is_under(path: &str, parent: &str) -> bool {
    path == parent || path.strip_prefix(parent).is_some_and(|rest| rest.starts_with("::"))
}

#[cfg(test)]
mod tests {
    use super::faults;

    fn found(module: &[&str], source: &str) -> Vec<String> {
        let crates: Vec<String> = ["tokio", "serde", "sqlx", "ratatui", "rand"].map(String::from).into();
        faults(module, source, &crates)
    }

    #[test]
    fn a_forbidden_import_is_found() {
        for (module, source) in [
            (&["domain", "signal"][..], "use crate::api::page::Page;"),
            (&["domain"], "use rand::Rng;"),
            (&["domain"], "fn f() { chrono::Utc::now(); }"),
            (&["api"], "use crate::{domain::text, server};"),
            (&["client"], "use crate::server::start;"),
            (&["client"], "fn f() { crate::tui::app::x() }"),
            (&["tui", "app", "list"], "use super::super::view::draw;"),
            (&["tui", "app"], "use crate::client::session::Session;"),
            (&["tui", "app"], "fn f() { std::fs::read(x) }"),
            (&["tui", "view"], "use crossterm::event;"),
            (&["tui", "shell"], "use crate::server::start;"),
            (&["server", "service", "signals"], "use crate::api::signal::NewSignal;"),
            (&["server", "routes", "signals"], "sqlx::query(x)"),
            (&["server", "store"], "use axum::Router;"),
            (&["server"], "use crate::client;"),
            (&["demo"], "use crate::tui::app;"),
            (&["demo"], "fn f() { SystemTime::now() }"),
        ] {
            assert_eq!(found(module, source).len(), 1, "{module:?}: {source}: {:?}", found(module, source));
        }
    }

    #[test]
    fn an_allowed_one_is_not() {
        for (module, source) in [
            (&["domain", "term"][..], "use super::signal::Facts; use serde::Serialize; use crate::domain::text;"),
            (&["tui", "app"], "use crate::client::replica::Row; use crate::tui::app::list;"),
            (&["tui", "view"], "use crate::tui::app::State; use ratatui::layout::Rect;"),
            (&["tui", "shell"], "use crate::tui::{app::State, view::draw}; use crate::client::live; tokio::spawn(x);"),
            (&["server", "routes"], "use crate::server::service; use crate::api::path;"),
            (&["cli", "serve"], "use crate::{client::session, server::start};"),
            (&["main"], "use loket::cli;"),
        ] {
            assert_eq!(found(module, source), Vec::<String>::new(), "{module:?}");
        }
    }
}
