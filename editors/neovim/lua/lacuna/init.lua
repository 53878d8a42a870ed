--- Lacuna in Neovim 0.7 and newer: starts the server, shows lenses, opens ledgers and reviews.
local M = {}

local defaults = {
  cmd = { "lacuna", "lsp" },
  filetypes = {
    "cs", "go", "java", "javascript", "javascriptreact", "kotlin", "php", "python", "ruby", "rust", "swift", "typescript",
    "typescriptreact",
  },
  root_markers = { ".lacuna.json", ".git" },
  --- Lenses above functions; `:LacunaLens` runs the one of the line.
  code_lens = true,
  --- The server's settings, as in `.lacuna.json`.
  settings = {},
}

local options = defaults
local clients = {}

local function root_of(buffer)
  local name = vim.api.nvim_buf_get_name(buffer)
  local folder = name ~= "" and vim.fn.fnamemodify(name, ":p:h") or vim.fn.getcwd()
  local at = folder
  while true do
    for _, marker in ipairs(options.root_markers) do
      local place = at .. "/" .. marker
      if vim.fn.isdirectory(place) == 1 or vim.fn.filereadable(place) == 1 then
        return at
      end
    end
    local above = vim.fn.fnamemodify(at, ":h")
    if above == at then
      return folder
    end
    at = above
  end
end

--- Shows Markdown in a window of its own.
local function open_page(text)
  vim.cmd("new")
  local buffer = vim.api.nvim_get_current_buf()
  vim.api.nvim_buf_set_lines(buffer, 0, -1, false, vim.split(text, "\n", { plain = true }))
  vim.bo[buffer].buftype = "nofile"
  vim.bo[buffer].bufhidden = "wipe"
  vim.bo[buffer].filetype = "markdown"
  vim.bo[buffer].modifiable = false
end

local function client_of(buffer)
  for _, client in pairs(vim.lsp.get_clients and vim.lsp.get_clients({ bufnr = buffer }) or vim.lsp.buf_get_clients(buffer)) do
    if client.name == "lacuna" then
      return client
    end
  end
end

--- Asks the server; `answered` is called with what it says, unless that is an error.
local function request(method, params, answered)
  local buffer = vim.api.nvim_get_current_buf()
  local client = client_of(buffer)
  if not client then
    vim.notify("lacuna is not running here", vim.log.levels.WARN)
    return
  end
  local function handler(err, result)
    if err then
      vim.notify("lacuna: " .. err.message, vim.log.levels.ERROR)
    else
      answered(result)
    end
  end
  if vim.fn.has("nvim-0.11") == 1 then
    client:request(method, params, handler, buffer)
  else
    client.request(method, params, handler, buffer)
  end
end

local function execute(command, arguments)
  request("workspace/executeCommand", { command = command, arguments = arguments }, function(result)
    if type(result) == "string" and result ~= "" then
      open_page(result)
    end
  end)
end

--- Opens the ledger of the unit at the cursor.
function M.show_ledger()
  local line = vim.api.nvim_win_get_cursor(0)[1] - 1
  -- The lens that is closest above names the function.
  request("textDocument/codeLens", { textDocument = { uri = vim.uri_from_bufnr(0) } }, function(lenses)
    local closest
    for _, lens in ipairs(type(lenses) == "table" and lenses or {}) do
      local is_ledger = lens.command and lens.command.command == "lacuna.showLedger"
      local at = lens.range.start.line
      if is_ledger and at <= line and (not closest or at >= closest.range.start.line) then
        closest = lens
      end
    end
    if closest then
      execute("lacuna.showLedger", closest.command.arguments)
    else
      vim.notify("lacuna has nothing to say here", vim.log.levels.INFO)
    end
  end)
end

--- Opens the review of the file against its baseline.
function M.review_file()
  execute("lacuna.reviewFile", { vim.uri_from_bufnr(0) })
end

local function refresh_lenses(buffer)
  if not options.code_lens or not client_of(buffer) then
    return
  end
  -- Since 0.12 lenses refresh themselves.
  if vim.lsp.codelens.enable then
    vim.lsp.codelens.enable(true, { bufnr = buffer })
  elseif vim.fn.has("nvim-0.10") == 1 then
    vim.lsp.codelens.refresh({ bufnr = buffer })
  elseif buffer == vim.api.nvim_get_current_buf() then
    vim.lsp.codelens.refresh()
  end
end

--- A lens is a command of the server's: run it there, and show what it answers.
local function register_commands()
  for _, name in ipairs({ "lacuna.showLedger", "lacuna.reviewFile" }) do
    vim.lsp.commands[name] = function(command)
      execute(name, command.arguments)
    end
  end
end

local function attach(buffer)
  -- An empty table would be sent as a list.
  local settings = next(options.settings) and options.settings or vim.empty_dict()
  local config = {
    name = "lacuna",
    cmd = options.cmd,
    root_dir = root_of(buffer),
    init_options = settings,
    settings = { lacuna = settings },
  }
  if vim.lsp.start then
    vim.api.nvim_buf_call(buffer, function()
      vim.lsp.start(config)
    end)
  else
    local id = clients[config.root_dir]
    if not id or not vim.lsp.get_client_by_id(id) then
      id = vim.lsp.start_client(config)
      clients[config.root_dir] = id
    end
    if id then
      vim.lsp.buf_attach_client(buffer, id)
    end
  end
  local group = vim.api.nvim_create_augroup("lacuna_lens_" .. buffer, { clear = true })
  vim.api.nvim_create_autocmd({ "BufEnter", "CursorHold", "InsertLeave", "BufWritePost" }, {
    group = group,
    buffer = buffer,
    callback = function()
      refresh_lenses(buffer)
    end,
  })
end

function M.setup(given)
  options = vim.tbl_deep_extend("force", defaults, given or {})
  register_commands()
  local group = vim.api.nvim_create_augroup("lacuna", { clear = true })
  vim.api.nvim_create_autocmd("FileType", {
    group = group,
    pattern = options.filetypes,
    callback = function(event)
      attach(event.buf or tonumber(vim.fn.expand("<abuf>")))
    end,
  })
  vim.api.nvim_create_user_command("LacunaLedger", M.show_ledger, { desc = "The ledger of the function at the cursor" })
  vim.api.nvim_create_user_command("LacunaReview", M.review_file, { desc = "The review of this file" })
  vim.api.nvim_create_user_command("LacunaLens", function()
    vim.lsp.codelens.run()
  end, { desc = "Run the lens of this line" })
end

return M
