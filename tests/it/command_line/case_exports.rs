//! `loket export`: proposed by one, confirmed by another after looking, fetched into a new file that says what it is.

use std::os::unix::fs::PermissionsExt;

use loket::{
    api::{path, problem::exit},
    domain::role::Role,
};
use serde_json::Value;

use super::{Shell, lite};

const WHY: [&str; 10] = [
    "--purpose",
    "evaluatie van het jaar",
    "--recipient",
    "onderzoeker",
    "--ground",
    "public-task",
    "--law",
    "Wet, artikel 1",
    "--destroy-by",
    "31-12-2026",
];

fn propose<'a>(which: &[&'a str]) -> Vec<&'a str> {
    [&["export", "propose"], which, &WHY].concat()
}

#[tokio::test(flavor = "multi_thread")]
async fn two_people_let_cases_leave_in_a_file_that_says_what_it_is() {
    let server = lite().await;
    let desk = Shell::with_token(&server, &server.desk().token);
    let officer = Shell::with_token(&server, &server.role(Role::PrivacyOfficer).token);
    let administrator = Shell::with_token(&server, &server.role(Role::Administrator).token);
    desk.run(&["export", "list"]).await.is(exit::NOTHING);
    administrator.run(&["export", "list"]).await.is(exit::NOT_ALLOWED);
    server.signal("Terugvordering, UWV").await;
    server.signal("Ontruiming").await;
    let vague = desk.run(&propose(&[])).await.is(exit::INPUT);
    assert!(vague.stderr.contains("/selection/numbers: Dit veld is verplicht."), "{}", vague.stderr);
    let made = desk.run(&propose(&["1", "S-2"])).await.is(exit::DONE);
    assert!(made.stderr.contains("Voorgesteld: 2 zaken."), "{}", made.stderr);
    let all = officer.run(&["export", "list", "--json"]).await.is(exit::DONE).json();
    let (id, hash) = (&all["items"][0]["item"]["id"], &all["items"][0]["item"]["proposal"]["hash"]);
    let (id, hash) = (id.as_str().unwrap(), hash.as_str().unwrap());
    // What the second person answers for is all there.
    let shown = officer.run(&["export", "confirm", id]).await.is(exit::DONE);
    for part in [
        "Doel: evaluatie van het jaar",
        "Voor: onderzoeker",
        "Grond: taak van algemeen belang Wet, artikel 1",
        "Mag er zijn t/m: do 31-12-2026",
        "Nummers: S-2026-00001, S-2026-00002",
    ] {
        assert!(shown.stdout.contains(part), "{part}: {}", shown.stdout);
    }
    assert!(shown.stderr.contains(hash), "{}", shown.stderr);
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("zaken.ndjson");
    let fetch = ["export", "fetch", id, "--output", file.to_str().unwrap()];
    let early = desk.run(&fetch).await.is(exit::CONFLICT);
    assert!(early.stderr.contains("niet bevestigd door een tweede persoon"), "{}", early.stderr);
    assert!(!file.exists(), "what was refused leaves no file");
    let own = desk.run(&["export", "confirm", id, "--hash", hash]).await.is(exit::CONFLICT);
    assert!(own.stderr.contains("zelf voorgesteld"), "{}", own.stderr);
    let done = officer.run(&["export", "confirm", id, "--hash", hash]).await.is(exit::DONE);
    assert!(done.stderr.contains("kan het ophalen tot"), "{}", done.stderr);
    let fetched = desk.run(&fetch).await.is(exit::DONE);
    assert!(fetched.stderr.contains("2 zaken staan in") && fetched.stdout.is_empty(), "{}", fetched.stderr);
    assert_eq!(std::fs::metadata(&file).unwrap().permissions().mode() & 0o777, 0o600);
    let content = std::fs::read_to_string(&file).unwrap();
    let lines: Vec<Value> = content.lines().map(|line| serde_json::from_str(line).unwrap()).collect();
    assert_eq!(lines.len(), 4);
    assert_eq!((&lines[0]["export"]["facts"]["purpose"], &lines[3]["end"]["cases"]), (&WHY[1].into(), &2.into()));
    // What lies there stays as it is, and nothing is fetched for it.
    let over = desk.run(&fetch).await.is(exit::INPUT);
    assert!(over.stderr.contains("is niet gemaakt"), "{}", over.stderr);
    assert_eq!(std::fs::read_to_string(&file).unwrap(), content);
    let left = desk.run(&["export", "show", id, "--json"]).await.is(exit::DONE).json();
    assert_eq!(left["fetchesLeft"], 2);
    // The case tells it.
    let told = desk.run(&["signal", "show", "1"]).await.is(exit::DONE).stdout;
    assert!(told.contains("uitgevoerd in een bestand voor onderzoeker, dat er mag zijn t/m do 31-12-2026"), "{told}");
    let listed = desk.run(&["export", "list"]).await.is(exit::DONE).stdout;
    assert!(listed.contains("bevestigd") && listed.contains("onderzoeker"), "{listed}");
    server.stop().await;
}

#[tokio::test(flavor = "multi_thread")]
async fn a_period_chooses_and_a_file_that_was_cut_off_is_not_kept() {
    let server = lite().await;
    let (desk, colleague) = (server.desk(), server.colleague().await);
    let shell = Shell::with_token(&server, &desk.token);
    server.signal("Ontruiming").await;
    shell.run(&propose(&["1", "--from", "1-11-2026", "--to", "30-11-2026"])).await.is(exit::USAGE);
    let made = shell.run(&propose(&["--from", "1-11-2026", "--to", "30-11-2026", "--json"])).await.is(exit::DONE).json();
    let id = made["item"]["id"].as_str().unwrap().to_owned();
    let hash = serde_json::json!({ "hash": made["item"]["proposal"]["hash"] });
    colleague.post(&path::EXPORT_CONFIRM.replace("{id}", &id), &hash).await.expect(200);
    // A case that cannot be read ends the answer before its last line.
    server.execute("UPDATE entries SET document = '{'").await;
    let folder = tempfile::tempdir().unwrap();
    let file = folder.path().join("half.ndjson");
    let cut = shell.run(&["export", "fetch", &id, "--output", file.to_str().unwrap()]).await;
    assert_ne!(cut.code, exit::DONE, "{}", cut.stderr);
    assert!(!file.exists(), "half a file looks like a whole one");
    server.stop().await;
}
