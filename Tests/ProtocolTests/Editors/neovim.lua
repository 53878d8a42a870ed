-- Drives Neovim with the plugin that is shipped, and prints what a person would see. Run by NeovimTests.
local function say(name, value)
  io.stdout:write(name .. "=" .. vim.fn.json_encode(value) .. "\n")
end

local function wait(what, condition)
  if not vim.wait(30000, condition, 20) then
    say("missed", what)
    vim.cmd("cquit!")
  end
end

local function codes()
  local found = {}
  for _, item in ipairs(vim.diagnostic.get(0)) do
    table.insert(found, item.code or (item.user_data and item.user_data.lsp and item.user_data.lsp.code))
  end
  return found
end

local function has(code)
  return vim.tbl_contains(codes(), code)
end

vim.opt.runtimepath:append(vim.env.LACUNA_PLUGIN)
require("lacuna").setup({ cmd = vim.fn.json_decode(vim.env.LACUNA_COMMAND) })
vim.cmd("edit shop.py")
vim.bo.filetype = "python"
wait("the client", function() return #vim.tbl_values(vim.lsp.buf_get_clients(0)) > 0 end)
say("before", codes())

-- Typed as a person would, at the end.
vim.cmd("normal! Go\rdef stock(sku):\r    return requests.get(\"https://warehouse/\" + sku)")
wait("the diagnostic", function() return has("missing-timeout") end)
local diagnostic = vim.diagnostic.get(0)[1]
local line = vim.api.nvim_buf_get_lines(0, diagnostic.lnum, diagnostic.lnum + 1, false)[1]
say("marked", line:sub(diagnostic.col + 1, diagnostic.end_col))

vim.api.nvim_exec_autocmds("CursorHold", { buffer = 0 })
wait("the lens", function() return #vim.lsp.codelens.get(0) > 0 end)
say("lens", vim.lsp.codelens.get(0)[1].command.title)

vim.ui.select = function(items, options, done)
  for _, item in ipairs(items) do
    if options.format_item(item):find("Insert question: missing%-timeout") then
      return done(item, 1)
    end
  end
  say("missed", "the action")
end
vim.api.nvim_win_set_cursor(0, { diagnostic.lnum + 1, diagnostic.col })
vim.lsp.buf.code_action()
local function question()
  return vim.fn.search("- \\[ \\] missing-timeout", "nw")
end
wait("the question", function() return question() > 0 end)
say("question", vim.api.nvim_buf_get_lines(0, question() - 1, question(), false)[1])

-- The ledger of the function at the cursor, in a window of its own.
local windows = #vim.api.nvim_list_wins()
vim.cmd("LacunaLedger")
wait("the ledger", function() return #vim.api.nvim_list_wins() > windows end)
say("ledger", table.concat(vim.api.nvim_buf_get_lines(0, 0, -1, false), "\n"))
vim.cmd("close")

local at = question()
local text = vim.api.nvim_buf_get_lines(0, at - 1, at, false)[1]
local answered = text:gsub("%[ %]", "[x]") .. " The pool kills a job after 30 s."
vim.api.nvim_buf_set_lines(0, at - 1, at, false, { answered })
vim.cmd("silent write")
wait("the end of the finding", function() return not has("missing-timeout") end)
say("after", has("missing-timeout"))
vim.cmd("qa!")
