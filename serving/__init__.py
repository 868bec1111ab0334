"""How connections are served: a worker for gunicorn whose threads wait for nobody."""
