"""Messages that all processes of a web application get."""
from broadcaster import Broadcast

broadcast = Broadcast("redis://localhost:6379")


async def start():
    await broadcast.connect()


async def say(room, text):
    await broadcast.publish(channel=f"room:{room}", message=text)  # want PUBLISH "room:{}"


async def listen(socket):
    async with broadcast.subscribe("news") as subscriber:  # want SUBSCRIBE "news"
        async for event in subscriber:
            await socket.send_text(event.message)
