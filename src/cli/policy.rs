//! `loket policy`: who may do what, as the server applies it.

use clap::Args;
use serde::Serialize;

use crate::{
    api::problem::exit,
    domain::{role::Role, text::SafeText},
    server::policy::{Access, Line, table},
};

use super::{
    call::{Call, Done},
    json::Items,
    table as columns,
};

#[derive(Args)]
pub(super) struct Arguments {
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
    let header = ["method", "path", "roles", "purpose", "audit"].map(|name| call.texts.get(&format!("cli-column-{name}")));
    let rows: Vec<Vec<SafeText>> = items.iter().map(|item| row(call, item)).collect();
    for line in columns::lines(&header, &rows, call.edge.width) {
        call.print(&line)?;
    }
    Ok(exit::DONE)
}

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
