//! `loket policy`: who may do what, as the server applies it.

use clap::Args;
use serde::Serialize;

use crate::{
    api::problem::exit,
    domain::{role::Role, text::SafeText},
    server::policy::{Access, Line, permissions, table},
};

use super::{
    call::{Call, Done},
    json::Items,
    table as columns,
};

#[derive(Args)]
pub(super) struct Arguments {
    #[arg(long, conflicts_with = "json")]
    md: bool,
    #[arg(long)]
    json: bool,
}

/// A route with its policy, for programs.
#[derive(Serialize)]
struct Shown {
    method: String,
    path: String,
    access: &'static str,
    roles: Vec<Role>,
    purpose: &'static str,
    audit: &'static str,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let items: Vec<Shown> = table().into_iter().map(shown).collect();
    if arguments.json {
        call.print_json(&Items { items })?;
        return Ok(exit::DONE);
    }
    if arguments.md {
        call.print_block(document().trim_end())?;
        return Ok(exit::DONE);
    }
    let header = ["method", "path", "roles", "purpose", "audit"].map(|name| call.texts.get(&format!("cli-column-{name}")));
    let rows: Vec<Vec<SafeText>> = items.iter().map(|item| row(call, item)).collect();
    for line in columns::lines(&header, &rows, call.edge.width) {
        call.print(&line)?;
    }
    Ok(exit::DONE)
}

/// The page `docs/policy.md`: what each role may do, and every route with who gets in, what for, and what the audit log calls it.
pub fn document() -> String {
    let mut out = String::from(HEAD);
    out.push_str("\n## Roles\n\n| role | may |\n|---|---|\n");
    for role in Role::ALL {
        let rights: Vec<String> = permissions(*role).iter().map(|right| format!("`{}`", right.code())).collect();
        out.push_str(&format!("| `{role}` | {} |\n", rights.join(", ")));
    }
    out.push_str("\n## Routes\n\n| method | path | who | what for | in the audit log |\n|---|---|---|---|---|\n");
    for line in table().into_iter().map(shown) {
        let who = match line.access {
            "roles" => line.roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(", "),
            "public" => "everybody, without a token".into(),
            _ => "everybody with a token".into(),
        };
        let audit = if line.audit.is_empty() { String::new() } else { format!("`{}`", line.audit) };
        out.push_str(&format!("| {} | `{}` | {who} | {} | {audit} |\n", line.method, line.path, line.purpose));
    }
    out
}

const HEAD: &str = "# Who may do what\n\n\
    Made from the table that the server applies by `LOKET_WRITE=1 tests/run documents`; a test fails when it is not current. `loket policy`\n\
    shows the same, with `--json` for programs. A route cannot be mounted without its policy, and one that lets people outside in must be\n\
    named in the matrix of tests (`tests/it/conformance/matrix.rs`). What people outside see *within* a route: [sharing.md](sharing.md).\n";

fn shown(line: Line) -> Shown {
    let (access, roles) = match line.policy.access {
        Access::Public => ("public", vec![]),
        Access::SignedIn => ("signed-in", Role::ALL.to_vec()),
        access @ Access::AnyOf(_) => ("roles", Role::ALL.iter().copied().filter(|role| access.admits(*role)).collect()),
    };
    let (purpose, audit) = (line.policy.purpose, line.policy.audit);
    Shown { method: line.method, path: line.path, access, roles, purpose, audit }
}

fn row(call: &Call, item: &Shown) -> Vec<SafeText> {
    let roles = match item.access {
        "roles" => item.roles.iter().map(|role| role.code()).collect::<Vec<_>>().join(", "),
        access => call.texts.get(&format!("cli-access-{access}")),
    };
    [&item.method, &item.path, &roles, item.purpose, item.audit].map(SafeText::line).to_vec()
}
