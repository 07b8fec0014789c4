//! `loket time-out propose`: a time-out for a decision of a signal, for a second person to confirm.

use chrono::NaiveDate;
use clap::Args;

use crate::{
    api::{
        problem::exit,
        time_out::{NewTimeOut, TimeOutDetail},
    },
    cli::{
        call::{Call, Done, Stop, wait},
        signal::{Key, Number, sent},
        values::{codes, day, filled},
    },
    client::Write,
    domain::{
        ids::OrganisationCode,
        time_out::{TimeOutFacts, TimeOutGround, TimeOutReach},
    },
};

use super::show::told;

#[derive(Args)]
pub(in crate::cli) struct Arguments {
    #[command(flatten)]
    number: Number,
    #[arg(long, value_name = "N", default_value_t = 1, value_parser = clap::value_parser!(u32).range(1..))]
    decision: u32,
    #[arg(long, value_name = "CODE")]
    decider: String,
    #[arg(long, value_name = "FUNCTION", value_parser = filled)]
    decided_by: String,
    #[arg(long, value_name = "DATE", value_parser = day)]
    decided_on: NaiveDate,
    #[arg(long, value_name = "TEXT", default_value = "")]
    mandate: String,
    #[arg(long, value_name = "TEXT", default_value = "")]
    reference: String,
    #[arg(long, value_name = "GROUND", value_parser = codes!(TimeOutGround))]
    ground: TimeOutGround,
    #[arg(long, value_name = "REACH", default_value = "both", value_parser = codes!(TimeOutReach))]
    reach: TimeOutReach,
    #[arg(long, value_name = "DATE", value_parser = day)]
    from: NaiveDate,
    #[arg(long, value_name = "DATE", value_parser = day)]
    through: NaiveDate,
    #[arg(long, value_name = "DATE", value_parser = day)]
    maximum: Option<NaiveDate>,
    #[arg(long)]
    emergency: bool,
    #[command(flatten)]
    key: Key,
    #[arg(long)]
    json: bool,
}

pub(super) fn run(call: &mut Call, arguments: &Arguments) -> Done {
    let session = call.session()?;
    let key = arguments.key.of(call);
    let number = arguments.number.read(call)?;
    let facts = TimeOutFacts {
        reach: arguments.reach,
        decider: OrganisationCode(arguments.decider.trim().to_uppercase()),
        decided_by: arguments.decided_by.as_str().into(),
        mandate: arguments.mandate.as_str().into(),
        decided_on: arguments.decided_on,
        reference: arguments.reference.as_str().into(),
        ground: arguments.ground,
        first_day: arguments.from,
        last_day: arguments.through,
        maximum: arguments.maximum,
    };
    let made: TimeOutDetail = wait(async {
        let signal = session.signal(&number.to_string()).await?;
        let place = arguments.decision as usize - 1;
        let values = || vec![("count", u32::try_from(signal.facts.decisions.len()).unwrap_or(u32::MAX).into())];
        let decision = signal.facts.decisions.get(place).cloned();
        let decision = decision.ok_or_else(|| Stop::Said("cli-time-out-no-decision", values(), exit::NOTHING))?;
        let new = NewTimeOut { signal: signal.id.to_string(), decision, facts, emergency: arguments.emergency };
        sent(key, session.write(&Write::propose_time_out(key, &new))).await
    })??;
    told(call, &made, arguments.json)?;
    let said = if arguments.emergency { "cli-time-out-started" } else { "cli-time-out-proposed" };
    call.say(said, &[("id", made.item.id.to_string().into())]);
    Ok(exit::DONE)
}
