import base64

from app.lib.webhooks import headers, new_secret, signature

# What the libraries of https://www.standardwebhooks.com are tested with.
SECRET = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
NAME, SENT = "msg_p5jXN8AQM9LWM0D4loKWxJek", 1614265330
BODY = b'{"test": 2432232314}'
PROOF = "v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE="


def test_it_signs_as_the_standard_does():
    assert signature(SECRET, NAME, SENT, BODY) == PROOF


def test_several_secrets_give_several_signatures():
    other = new_secret()

    said = headers([SECRET, other], NAME, SENT, BODY)["webhook-signature"]

    assert said == f"{PROOF} {signature(other, NAME, SENT, BODY)}"


def test_a_secret_is_new_each_time_and_long_enough():
    first, second = new_secret(), new_secret()

    assert first != second
    assert len(base64.b64decode(first.removeprefix("whsec_"))) == 32
