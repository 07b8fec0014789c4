//! `loket db migrate`, `restore`, `restored` and `copy`: what brings a database to another version, state or place.

use std::path::PathBuf;

use clap::Args;
use serde::Serialize;

use crate::{
    api::problem::exit,
    domain::text::SafeText,
    server::{
        Store,
        maintenance::{self, RestoreError},
        store::{
            copy::{self, CopyError, Moved},
            roles,
        },
    },
};

use super::{
    call::{Call, Done, Stop, wait},
    database::Database,
    db,
    json::Items,
    table,
};

#[derive(Args)]
pub(super) struct Migrate {
    #[command(flatten)]
    database: Database,
    #[arg(long)]
    dry_run: bool,
    #[arg(long, value_name = "ROLE")]
    serving: Option<String>,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Restore {
    #[arg(value_name = "FILE")]
    file: PathBuf,
    #[command(flatten)]
    database: Database,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Restored {
    #[command(flatten)]
    database: Database,
    #[arg(long)]
    json: bool,
}

#[derive(Args)]
pub(super) struct Copy {
    #[arg(value_name = "URL")]
    from: String,
    #[arg(value_name = "URL")]
    to: String,
    #[arg(long)]
    json: bool,
}

/// Steps of a schema.
#[derive(Serialize)]
#[serde(rename_all = "camelCase")]
struct Steps {
    before: usize,
    after: usize,
    wanted: usize,
}

pub(super) fn migrate(call: &mut Call, arguments: &Migrate) -> Done {
    let options = arguments.database.options(call)?;
    let steps = wait(async {
        let (before, wanted) = Store::steps(&options.database, options.database_is_private).await?;
        if !arguments.dry_run {
            let store = Database::open_or_make(&options).await?;
            if let Some(role) = &arguments.serving {
                roles::admit(&store, role).await?;
            }
            store.close().await;
        }
        let after = if arguments.dry_run { before } else { wanted };
        Ok::<_, Stop>(Steps { before, after, wanted })
    })??;
    if arguments.json {
        call.print_json(&steps)?;
        return Ok(exit::DONE);
    }
    let key = match () {
        () if steps.before == steps.wanted => "cli-db-is-up-to-date",
        () if arguments.dry_run => "cli-db-would-migrate",
        () => "cli-db-migrated",
    };
    let values = [("before", steps.before.into()), ("wanted", steps.wanted.into())];
    let text = call.texts.with(key, &values);
    call.print(&SafeText::line(&text))?;
    Ok(exit::DONE)
}

pub(super) fn restore(call: &mut Call, arguments: &Restore) -> Done {
    let options = arguments.database.options(call)?;
    let Some(to) = Store::file_of(&options.database)? else {
        return Err(Stop::Said("cli-restore-not-sqlite", vec![], exit::USAGE));
    };
    let shown = |path: &PathBuf| ("file", path.display().to_string().into());
    let found = match wait(maintenance::restore(&arguments.file, &to))? {
        Ok(found) => found,
        Err(RestoreError::Exists(there)) => {
            return Err(Stop::Said("cli-restore-exists", vec![("file", there.into())], exit::USAGE));
        }
        Err(RestoreError::File(detail)) => {
            return Err(Stop::Said("cli-file-not-written", vec![shown(&to), ("detail", detail.into())], exit::NOTHING));
        }
        Err(RestoreError::Start(error)) => return Err(error.into()),
        Err(RestoreError::Store(error)) => return Err(error.into()),
    };
    call.say("cli-restored", &[shown(&to)]);
    db::findings(call, &found, arguments.json)
}

pub(super) fn restored(call: &mut Call, arguments: &Restored) -> Done {
    let options = arguments.database.options(call)?;
    let found = wait(async {
        let store = Database::open_or_make(&options).await?;
        Ok::<_, Stop>(maintenance::restored(&store).await?)
    })??;
    call.say("cli-named-anew", &[]);
    db::findings(call, &found, arguments.json)
}

pub(super) fn copy(call: &mut Call, arguments: &Copy) -> Done {
    let moved = wait(async {
        let from = Store::open_existing(&arguments.from, false).await?;
        let to = Store::open(&arguments.to, false).await?;
        let moved = copy::copy(&from, &to).await;
        from.close().await;
        to.close().await;
        Ok::<_, Stop>(moved)
    })??;
    let moved = match moved {
        Ok(moved) => moved,
        Err(CopyError::NotEmpty(table)) => {
            return Err(Stop::Said("cli-db-not-empty", vec![("table", table.into())], exit::USAGE));
        }
        Err(CopyError::Differs(table, row)) => {
            let row = i64::try_from(row).unwrap_or(i64::MAX);
            return Err(Stop::Said("cli-db-differs", vec![("table", table.into()), ("row", row.into())], exit::NOTHING));
        }
        Err(CopyError::Store(error)) => return Err(error.into()),
    };
    if arguments.json {
        call.print_json(&Items { items: moved })?;
        return Ok(exit::DONE);
    }
    let header = ["cli-column-table", "cli-column-rows"].map(|key| call.texts.get(key)).to_vec();
    let rows = moved.iter().map(|Moved { table, rows }| vec![SafeText::line(table), SafeText::line(&rows.to_string())]);
    for line in table::lines(&header, &rows.collect::<Vec<_>>(), call.edge.width) {
        call.print(&line)?;
    }
    let rows: u64 = moved.iter().map(|moved| moved.rows).sum();
    call.say("cli-db-copied", &[("rows", i64::try_from(rows).unwrap_or(i64::MAX).into())]);
    Ok(exit::DONE)
}
