//! `loket agenda invite`, `answer` and `uninvite`: who is asked to come for an item, and what they answered.

use clap::Args;

use super::{items::changed, page, which::Which};
use crate::{
    api::{
        meeting::{AgendaItemDetail, InvitationPatch, NewInvitation},
        problem::exit,
    },
    cli::{
        call::{Call, Done, Stop, wait},
        signal::{Key, sent},
        values::{body, codes, filled},
    },
    client::Write,
    domain::{
        ids::{OfficerId, PartId},
        meeting::{self, Capacity, Invitation, InvitationFacts},
    },
};

#[derive(Args)]
pub(in crate::cli) struct Invite {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "CODE")]
    body: String,
    #[arg(long, value_name = "ID")]
    officer: Option<OfficerId>,
    #[arg(long, value_name = "FUNCTION", value_parser = filled)]
    person: String,
    #[arg(long, value_name = "NAME", default_value = "")]
    name: String,
    #[arg(long, value_name = "ADDR", default_value = "")]
    mail: String,
    #[arg(long = "as", value_name = "CAPACITY", value_parser = codes!(Capacity), default_value = "director")]
    capacity: Capacity,
    #[arg(long)]
    mandate_confirmed: bool,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Whom {
    #[arg(long, value_name = "CODE", required_unless_present = "invitation")]
    body: Option<String>,
    #[arg(long, value_name = "ID", conflicts_with = "body")]
    invitation: Option<PartId>,
}

#[derive(Args)]
pub(in crate::cli) struct Answer {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    whom: Whom,
    #[arg(long, value_name = "ANSWER", value_parser = codes!(meeting::Answer))]
    answer: Option<meeting::Answer>,
    #[arg(long)]
    mandate_confirmed: bool,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(in crate::cli) struct Uninvite {
    #[command(flatten)]
    which: Which,
    #[command(flatten)]
    whom: Whom,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn invite(call: &mut Call, arguments: &Invite) -> Done {
    let facts = InvitationFacts {
        organisation: body(&arguments.body),
        officer: arguments.officer,
        function: arguments.person.as_str().into(),
        name: arguments.name.as_str().into(),
        mail: arguments.mail.as_str().into(),
        capacity: arguments.capacity,
        mandate_confirmed: arguments.mandate_confirmed,
        answer: meeting::Answer::Open,
        answered_for: None,
    };
    let new = NewInvitation { facts };
    let write = |key, found: &AgendaItemDetail| Write::invite(key, found.item.id, &new);
    changed(call, &arguments.which, &arguments.key, write, "cli-agenda-invited", arguments.json)
}

pub(super) fn answer(call: &mut Call, arguments: &Answer) -> Done {
    let patch = InvitationPatch {
        answer: arguments.answer,
        mandate_confirmed: arguments.mandate_confirmed.then_some(true),
        ..InvitationPatch::default()
    };
    patched(call, (&arguments.which, &arguments.whom), &arguments.key, &patch, ("cli-agenda-answered", arguments.json))
}

pub(super) fn uninvite(call: &mut Call, arguments: &Uninvite) -> Done {
    let patch = InvitationPatch { withdrawn: Some(true), ..InvitationPatch::default() };
    patched(call, (&arguments.which, &arguments.whom), &arguments.key, &patch, ("cli-agenda-uninvited", arguments.json))
}

fn patched(
    call: &mut Call,
    (which, whom): (&Which, &Whom),
    key: &Key,
    patch: &InvitationPatch,
    (said, json): (&'static str, bool),
) -> Done {
    let (session, key) = (call.session()?, key.of(call));
    let now: AgendaItemDetail = wait(async {
        let found = which.read(call, &session).await?;
        let meant = whom.among(&found)?;
        sent(key, session.write(&Write::patch_invitation(key, meant.id, meant.version, patch))).await
    })??;
    page::item(call, &now, json)?;
    call.say(said, &[]);
    Ok(exit::DONE)
}

impl Whom {
    /// The invitation that is meant; a body alone means the only one of it that stands.
    fn among<'a>(&self, found: &'a AgendaItemDetail) -> Result<&'a Invitation, Stop> {
        let of = self.body.as_deref().map(body);
        let meant = |one: &&Invitation| match (&self.invitation, &of) {
            (Some(id), _) => one.id == *id,
            (None, of) => !one.withdrawn && Some(&one.facts.organisation) == of.as_ref(),
        };
        let mut all = found.invitations.iter().filter(meant);
        match (all.next(), all.next()) {
            (Some(only), None) => Ok(only),
            (Some(_), Some(_)) => Err(Stop::Said("cli-agenda-invitation-several", vec![], exit::SEVERAL)),
            (None, _) => Err(Stop::Said("cli-agenda-invitation-unknown", vec![], exit::NOTHING)),
        }
    }
}
