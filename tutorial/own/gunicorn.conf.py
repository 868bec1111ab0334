"""How gunicorn serves the site. Command line options win over what stands here."""

bind = "127.0.0.1:8000"
# Two processes use two cores and outlive each other; threads wait for the database.
workers = 2
threads = 4
# Import once, then fork: less memory, and a broken setting is told once.
preload_app = True

# Seconds after which a worker is killed that says nothing any more.
timeout = 30
# How long requests may take to end when a new version comes.
graceful_timeout = 10
# Whatever leaks is given back now and then, not by all workers at once.
max_requests = 10_000
max_requests_jitter = 1_000

# Who the visitor is, the site decides by TRUSTED_PROXIES; gunicorn believes nobody.
forwarded_allow_ips = ""
# Nobody steers it from outside.
control_socket_disable = True
