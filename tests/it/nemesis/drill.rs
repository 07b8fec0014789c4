//! The restore drill of `packaging/postgresql`: a base backup and an archive come back, to a moment between two writes.

use std::path::Path;

use crate::support::{
    http::Caller,
    pair::Pair,
    postgres::as_postgres,
    program::{Serving, run, said, token},
    samples::signal,
};

#[tokio::test(flavor = "multi_thread", worker_threads = 2)]
async fn a_backup_comes_back_to_a_moment_and_is_checked() {
    let (home, pair) = (tempfile::tempdir().unwrap(), Pair::start());
    let [archive, base, room, program] = ["archive", "base", "room", "loket"].map(|name| pair.folder().join(name));
    pair.archive_to(&archive);
    run(as_postgres("mkdir").arg(&room));
    let built = env!("CARGO_BIN_EXE_loket");
    std::fs::hard_link(built, &program).or_else(|_| std::fs::copy(built, &program).map(drop)).unwrap();
    let serving = Serving::start(home.path(), &pair.url());
    let who = Caller::at(&serving.address, &token(home.path(), &pair.url(), "desk", "Schrijver"));
    who.post("/v1/signals", &signal("In de kopie")).await.expect(201);
    pair.back_up(&base, &[]);
    who.post("/v1/signals", &signal("In het archief")).await.expect(201);
    let moment = pair.ask("postgres", "SELECT clock_timestamp()");
    who.post("/v1/signals", &signal("Te laat")).await.expect(201);
    let last = pair.ask("postgres", "SELECT pg_walfile_name(pg_switch_wal())");
    while pair.ask("postgres", "SELECT COALESCE(last_archived_wal, '') FROM pg_stat_archiver") < last {}

    let drill = |more: &[&str]| {
        let mut drill = as_postgres(Path::new(env!("CARGO_MANIFEST_DIR")).join("packaging/postgresql/restore-drill"));
        drill.env("TMPDIR", &room).env("LANG", "C.UTF-8").env("PGHOST", pair.host()).env("PGUSER", "postgres");
        run(drill.arg("--archive").arg(&archive).arg("--loket").arg(&program).args(more))
    };
    let base = base.to_str().unwrap();
    // The last is taken from the running server.
    for (more, signals) in [(&["--base", base, "--until", &moment][..], 2), (&["--base", base], 3), (&[], 3)] {
        let came_back = drill(more);
        let told = String::from_utf8_lossy(&came_back.stdout);
        assert!(came_back.status.success() && told.contains(&format!("{signals} signalen")), "{}", said(&came_back));
    }
    // A moment that the archive does not reach, and a log that somebody changed.
    let beyond = drill(&["--base", base, "--until", "2099-01-01 00:00:00+00"]);
    assert!(!beyond.status.success() && said(&beyond).contains("does not come back"), "{}", said(&beyond));
    pair.ask("loket", "UPDATE audit SET verb = 'signal.read' WHERE seq = 1");
    let other = pair.folder().join("other");
    pair.back_up(&other, &[]);
    let false_one = drill(&["--base", other.to_str().unwrap()]);
    assert!(!false_one.status.success() && said(&false_one).contains("with faults"), "{}", said(&false_one));
    assert_eq!(std::fs::read_dir(&room).unwrap().count(), 0, "nothing is left behind");
    serving.stop();
}
