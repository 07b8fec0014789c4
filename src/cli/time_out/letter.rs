//! `loket time-out letter`: the text to the body about a time-out, on standard output. Nothing is sent and nothing noted: after
//! it was sent, `loket time-out tell-body` notes the day.

use clap::Args;

use crate::{
    api::problem::exit,
    cli::call::{Call, Done, Stop, wait},
    domain::{organisation, text::SafeText, time_out::TimeOutGround},
    locale::LetterNames,
};

use super::which::Which;

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    #[command(flatten)]
    which: Which,
    #[arg(long, value_name = "WHO")]
    answer_to: Option<String>,
    #[arg(long)]
    reminder: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let (found, me) = wait(async {
        let found = arguments.which.read(call, &session).await?;
        Ok::<_, Stop>((found, session.me().await?))
    })??;
    let today = me.today;
    let item = &found.item;
    let organisations = organisation::all();
    let name = |code: &str| {
        let found = organisations.iter().find(|one| one.code.as_str() == code);
        SafeText::line(found.map_or(code, |one| one.name.as_str()))
    };
    let names = LetterNames {
        body: name(item.suspends.decision.organisation.as_str()),
        municipality: name(item.facts.decider.as_str()),
        answer_to: SafeText::line(arguments.answer_to.as_deref().unwrap_or_default()),
        sender: me.name.line(),
        role: me.role,
    };
    let (letter, without) = match arguments.reminder {
        true => (call.texts.time_out_reminder(item, &names, today), "cli-time-out-letter-no-reminder"),
        false => (call.texts.time_out_letter(item, &names, today), "cli-time-out-letter-proposed"),
    };
    let letter = letter.ok_or(Stop::Said(without, vec![], exit::CONFLICT))?;
    call.print(&letter.text)?;
    if item.facts.ground != TimeOutGround::Law {
        call.say("cli-time-out-letter-no-act", &[]);
    }
    if item.emergency.as_ref().is_some_and(|emergency| !emergency.confirmed) {
        call.say("cli-time-out-letter-emergency", &[]);
    }
    for field in letter.missing {
        call.say(&format!("letter-missing-{field}"), &[]);
    }
    Ok(exit::DONE)
}
