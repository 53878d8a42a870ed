using Orders;

const int Limit = 3;
Server server = Start(Configure(Limit), "orders");

void Stop(int code)
{
    server.Close(code);
}

if (server.Ready)
{
    server.Listen(80);
}
else
{
    Stop(1);
}
