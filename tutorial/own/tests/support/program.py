"""A program that asks the API: it has a token, and nothing else."""


class Program:
    def __init__(self, client, token=""):
        self.client = client
        self.headers = {"Authorization": f"Token {token}"} if token else {}

    def get(self, path, **headers):
        return self.client.get(path, headers={**self.headers, **headers})

    def post(self, path, said, **more):
        return self.client.post(path, json=said, headers=self.headers, **more)

    def send(self, path, body, kind="application/json"):
        """Send what may be no JSON at all."""
        return self.client.post(
            path, data=body, content_type=kind, headers=self.headers
        )
