static class Orders
{
    static void RemoveFile(string path)
    {
        try
        {
            Unlink(path);
        }
        catch (Exception)
        {
            // gone already
        }
    }
}
