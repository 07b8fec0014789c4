//! `loket register list`: the register page by page, for who maintains it.

use clap::Args;

use crate::{
    api::{officer::OfficerList, problem::exit},
    client::{Failure, Session},
    domain::{officer::Officer, organisation, text::SafeText, verdict::Attention},
};

use super::{
    call::{Call, Done, wait},
    file_format::{self, Table},
    json::Items,
    pages::{self, Limit, SHOWN},
    table, wie,
};

#[derive(Args)]
pub(super) struct List {
    #[arg(long, value_name = "CODE")]
    organisation: Option<String>,
    #[command(flatten)]
    limit: Limit,
    #[command(flatten)]
    file: Table,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &List) -> Done {
    let session = call.session()?;
    let most = arguments.limit.of(arguments.json || arguments.file.format().is_some(), SHOWN);
    let (officers, more) = wait(rows(&session, (arguments.organisation.as_deref(), None), most))??;
    if arguments.json {
        call.print_json(&Items { items: &officers })?;
    } else if arguments.file.format().is_some() || !officers.is_empty() {
        let organisations = organisation::all();
        let header = wie::header(call);
        let rows: Vec<Vec<SafeText>> = officers.iter().map(|officer| wie::cells(call, &organisations, &officer.facts)).collect();
        if let Some(format) = arguments.file.format() {
            file_format::print(call, format, &header, &rows, |_| vec![])?;
        } else {
            for line in table::lines(&header, &rows, call.edge.width) {
                call.print(&line)?;
            }
        }
    }
    ended(call, officers.is_empty(), more.then_some(most))
}

/// What is said after a list of the register: that there is more than so many, or that there is nothing.
pub(super) fn ended(call: &mut Call, empty: bool, more_than: Option<u32>) -> Done {
    if let Some(most) = more_than {
        call.say("cli-list-more", &[("limit", most.into())]);
    }
    if empty {
        call.say("cli-register-none", &[]);
        return Ok(exit::NOTHING);
    }
    Ok(exit::DONE)
}

/// Of these organisations, for this reason: page after page, up to the limit; and whether there is more.
pub(super) async fn rows(
    session: &Session,
    (organisation, attention): (Option<&str>, Option<Attention>),
    most: u32,
) -> Result<(Vec<Officer>, bool), Failure> {
    pages::rows(most, async |limit, after| {
        let list = OfficerList { organisation: organisation.map(str::to_owned), attention, limit, after };
        session.officers(&list).await
    })
    .await
}
