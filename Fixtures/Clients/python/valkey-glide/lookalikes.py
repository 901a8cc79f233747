from gliding import GlideClient

GlideClient().get("x")
GlideClient.create().set("x", 1)
