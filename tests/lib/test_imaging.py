import pytest
from PIL import Image, ImageCms

from app.lib.imaging import remade
from app.lib.tones import colour_of
from tests.support.pictures import drawn, moving, opened, photo, written
from tests.support.source import APP

KINDS = ["jpeg", "png", "webp", "avif"]
SECRETS = (
    b"Secret Camera",
    b"Exif",
    b"GPS",
    b"secret words",
    b"alert(1)",
    b"http://ns.",
)


def near(pixel, colour):
    return all(abs(a - b) < 40 for a, b in zip(pixel[:3], colour, strict=True))


@pytest.mark.parametrize("kind", KINDS)
def test_nothing_of_the_file_but_its_pixels_is_kept(kind):
    comment = {"comment": b"secret words"} if kind == "jpeg" else {}
    data = photo(kind, xmp=b"<x xmlns='http://ns.adobe.com'>alert(1)</x>", **comment)

    files = remade(data + b"secret words").files

    assert not [s for s in SECRETS for made in files.values() if s in made]


@pytest.mark.parametrize("kind", KINDS)
def test_no_file_has_metadata_by_its_own_account(kind):
    for made in remade(photo(kind)).files.values():
        picture = opened(made)
        assert not dict(picture.getexif())
        assert not {"exif", "xmp", "icc_profile", "comment"} & set(picture.info)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("orientation", range(1, 9))
def test_it_stands_upright_however_the_camera_was_held(kind, orientation):
    made = remade(photo(kind, orientation))

    picture = opened(made.files[f"{made.width}.webp"])
    assert picture.size == ((600, 400) if orientation < 5 else (400, 600))
    assert near(picture.getpixel(_red(orientation, made)), (255, 0, 0))


def _red(orientation, made):
    """Where the first quarter of the first line comes to lie."""
    x = 20 if orientation in {1, 4, 5, 8} else made.width - 20
    y = 20 if orientation in {1, 2, 5, 6} else made.height - 20
    return x, y


def test_it_comes_in_widths_and_never_larger_than_it_was():
    files = remade(written(drawn(1200, 600))).files

    webp = {name: opened(data).size for name, data in files.items() if "webp" in name}
    assert webp == {
        "480.webp": (480, 240),
        "960.webp": (960, 480),
        "1200.webp": (1200, 600),
    }


def test_there_is_one_file_that_everything_can_show():
    opaque = remade(written(drawn(1200, 600))).files
    clear = drawn(1200, 600)
    clear.putalpha(Image.linear_gradient("L").resize(clear.size))

    assert opened(opaque["960.jpg"]).size == (960, 480)
    assert opened(remade(written(clear, "png")).files["960.png"]).mode == "RGBA"


def test_an_avif_is_kept_only_where_it_is_smaller():
    noise = Image.merge("RGB", [Image.effect_noise((900, 600), 90)] * 3)
    files = remade(written(noise.resize((1400, 900)))).files

    avif = sum(len(data) for name, data in files.items() if name.endswith(".avif"))
    webp = sum(len(data) for name, data in files.items() if name.endswith(".webp"))
    assert not avif or avif <= 0.9 * webp


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_mode_of_a_png_keeps_its_colour(mode):
    picture = drawn(40, 40).convert("L") if mode == "I;16" else drawn(40, 40)
    if mode == "I;16":
        picture = picture.convert("I").point(lambda value: value * 256)
    data = written(picture.convert(mode), "png")

    dot = opened(remade(data).files["40.webp"]).convert("L").getpixel((30, 30))
    assert abs(dot - (0 if mode == "1" else 75)) < 20


def test_colours_of_other_profiles_come_out_in_srgb():
    lab = ImageCms.ImageCmsProfile(ImageCms.createProfile("LAB")).tobytes()
    wrong = remade(photo(icc_profile=lab)).files["600.jpg"]
    cmyk = remade(written(drawn().convert("CMYK"))).files["600.jpg"]

    assert near(opened(wrong).getpixel((590, 390)), (0, 128, 0))
    assert near(opened(cmyk).getpixel((590, 390)), (0, 128, 0))


def test_what_moves_moves_on_and_has_a_still():
    made = remade(moving("gif", 5))

    assert made.is_animated
    assert opened(made.files["60.webp"]).n_frames == 5
    assert opened(made.files["60.jpg"]).size == (60, 60)


def test_what_moves_much_gets_smaller(monkeypatch):
    monkeypatch.setattr("app.lib.picture_frames.MOST_PIXELS", 10_000)

    made = remade(moving("gif", 5, 60))

    assert (made.width, made.height) == (44, 44)


def test_of_a_jpeg_with_several_pictures_the_first_is_taken():
    several = written(drawn(), "mpo", save_all=True, append_images=[drawn(90, 90)])

    assert (remade(several).width, remade(several).is_animated) == (600, False)


POLYGLOTS = {
    "gif and script": moving("gif", 1).replace(b"GIF89a", b"GIF89a")
    + b"*/=1;alert(1)//",
    "jpeg and html": photo() + b"<script>alert(1)</script>",
    "png and zip": photo("png") + b"PK\3\4 alert(1)",
    "jpeg that hides html": photo(comment=b"<script>alert(1)</script>"),
}


@pytest.mark.parametrize("data", POLYGLOTS.values(), ids=POLYGLOTS)
def test_what_is_something_else_as_well_comes_out_as_a_picture_alone(data):
    files = remade(data).files

    assert not [
        name for name, made in files.items() if b"alert" in made or b"PK" in made
    ]


def test_the_tone_is_near_the_mean():
    red = written(Image.new("RGB", (50, 50), "#b03a30"))

    made = remade(red)

    assert near(bytes.fromhex(colour_of(made.tone)[1:]), (0xB0, 0x3A, 0x30))


def test_what_one_sees_through_has_no_tone():
    assert remade(written(Image.new("RGBA", (9, 9)), "png")).tone is None


def test_the_stylesheet_has_every_tone():
    css = (APP / "static/css/components/tone.css").read_text()

    assert all(
        f".tone-{tone} {{ background-color: {colour_of(tone)}; }}" in css
        or f".tone-{tone} {{\n    background-color: {colour_of(tone)};" in css
        for tone in range(64)
    )
