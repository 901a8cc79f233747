"""What a class of the project keeps is read of an object that is named like it."""
import redis


class ChatBot(object):
    def __init__(self):
        self.store = redis.Redis()


class Cog:
    def __init__(self, bot):
        self.bot = bot

    def run(self):
        self.bot.store.sadd("seen", 1)  # want SADD "seen"
        self.bot.names.get("nothing here")


class Other:
    def __init__(self, robot_name):
        self.name = robot_name

    def run(self):
        self.name.store.sadd("nothing here", 1)
