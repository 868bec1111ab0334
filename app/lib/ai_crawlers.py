"""Machines that read the web for language models, by the names they answer to.

Whoever runs them says what for: to train models, or to answer somebody's question with
a link to the page. What their makers do not say is taken for training. Gathered in 2026
from what OpenAI, Anthropic, Google, Apple, Meta, Amazon, Perplexity and Common Crawl
document, and from https://github.com/ai-robots-txt/ai.robots.txt for the others.

>>> "GPTBot" in unwelcome("answers"), "OAI-SearchBot" in unwelcome("answers")
(True, False)
"""

from typing import Final

#: What they read becomes part of a model, or is sold to whoever makes one.
TRAINING: Final = (
    "AI2Bot",
    "Ai2Bot-Dolma",
    "Amazonbot",
    "anthropic-ai",
    "Applebot-Extended",
    "Brightbot",
    "Bytespider",
    "CCBot",
    "ClaudeBot",
    "CloudVertexBot",
    "cohere-training-data-crawler",
    "Cotoyogi",
    "DeepSeekBot",
    "Diffbot",
    "FacebookBot",
    "FriendlyCrawler",
    "Google-CloudVertexBot",
    "Google-Extended",
    "GPTBot",
    "ICC-Crawler",
    "img2dataset",
    "Kangaroo Bot",
    "LAIONDownloader",
    "laion-huggingface-processor",
    "Meta-ExternalAgent",
    "omgili",
    "omgilibot",
    "PanguBot",
    "SBIntuitionsBot",
    "TikTokSpider",
    "Timpibot",
    "VelenPublicWebCrawler",
    "Webzio-Extended",
)
#: They fetch a page to answer somebody, or to list it among such answers.
ANSWERING: Final = (
    "Amzn-SearchBot",
    "Amzn-User",
    "ChatGPT-User",
    "Claude-SearchBot",
    "Claude-User",
    "Claude-Web",
    "cohere-ai",
    "DuckAssistBot",
    "ExaSearchBot",
    "Gemini-Deep-Research",
    "Google-NotebookLM",
    "Kimi-User",
    "Meta-ExternalFetcher",
    "Meta-WebIndexer",
    "MistralAI-User",
    "OAI-SearchBot",
    "Perplexity-User",
    "PerplexityBot",
    "PhindBot",
    "TavilyBot",
    "TongyiBot",
    "YiyanBot",
    "YouBot",
)


def unwelcome(welcome: str) -> tuple[str, ...]:
    """The names of those that a site asks to stay away.

    :param welcome: ``all``, ``answers`` or ``none`` of them may read it.
    """
    if welcome == "all":
        return ()
    return TRAINING if welcome == "answers" else TRAINING + ANSWERING
