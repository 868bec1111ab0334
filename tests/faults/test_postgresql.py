"""PostgreSQL is restarted while people use the site."""

from tests.support.faults.scene import scene
from tests.support.waiting import wait_until


def test_a_restart_of_the_database_costs_seconds_and_nothing_else(tmp_path, cluster):
    with scene(tmp_path, cluster.address) as site, site.under_load() as load:
        before = site.site.processes("arbiter"), site.site.processes("job worker")
        for mode in ("fast", "immediate"):
            assert load.moves_on(by=8), site.site.log.read_text()
            cluster.stop(mode)
            answer = site.publish(f"The tide is in, {mode}.")
            cluster.start()

            assert (answer.status, answer.headers["Retry-After"]) == (503, "10")
            assert f"The tide is in, {mode}." in answer.text
        assert load.moves_on(by=8), site.site.log.read_text()
        assert wait_until(lambda: site.publish("All is well.").status == 303, 60)
        load.end()
        after = site.site.processes("arbiter"), site.site.processes("job worker")
        assert before == after, "nothing was started anew"
        assert not site.faults_after(load, killed=2)
