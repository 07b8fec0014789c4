//! Two signals about one case become one, and apart again, from a shell.

use loket::api::problem::exit;

use super::{Shell, lite};

#[tokio::test(flavor = "multi_thread")]
async fn one_signal_goes_up_in_another_and_comes_back() {
    let server = lite().await;
    let desk = Shell::desk(&server).await;
    desk.pipe(&["signal", "create", "--title", "Ontruiming, SVB", "--account", "-"], "Het eerste verhaal.\n")
        .await
        .is(exit::DONE);
    desk.pipe(&["signal", "create", "--title", "Huis kwijt", "--account", "-"], "Het tweede verhaal.\n").await.is(exit::DONE);
    desk.run(&["signal", "merge", "2"]).await.is(exit::USAGE);
    desk.run(&["signal", "merge", "2", "--into", "9"]).await.is(exit::NOTHING);
    let refused = desk.run(&["signal", "merge", "2", "--into", "2"]).await.is(exit::CONFLICT);
    assert!(refused.stderr.contains("niet met zichzelf"), "{}", refused.stderr);
    let done = desk.run(&["signal", "merge", "2", "--into", "1"]).await.is(exit::DONE);
    assert!(done.stderr.contains("S-2026-00002 is samengevoegd met S-2026-00001: Ontruiming, SVB"), "{}", done.stderr);
    let page = desk.run(&["signal", "show", "1"]).await.is(exit::DONE).stdout;
    for part in
        ["Het eerste verhaal.", "S-2026-00002 ging hierin op", "onderwerp: Huis kwijt", "toelichting: Het tweede verhaal."]
    {
        assert!(page.contains(part), "{part}: {page}");
    }
    let page = desk.run(&["signal", "show", "2"]).await.is(exit::DONE).stdout;
    assert!(page.contains("opgegaan in    S-2026-00001") && page.contains("afgesloten"), "{page}");
    let refused = desk.pipe(&["signal", "note", "2", "-"], "Nog iets\n").await.is(exit::CONFLICT);
    assert!(refused.stderr.contains("samengevoegd met S-2026-00001"), "{}", refused.stderr);
    let back = desk.run(&["signal", "unmerge", "2", "--json"]).await.is(exit::DONE).json();
    assert_eq!((back["status"].as_str(), back["mergedInto"].as_str()), (Some("received"), None));
    let page = desk.run(&["signal", "show", "1"]).await.is(exit::DONE).stdout;
    assert!(page.contains("samenvoeging met S-2026-00002 teruggedraaid"), "{page}");
    desk.run(&["signal", "unmerge", "2"]).await.is(exit::CONFLICT);
}
